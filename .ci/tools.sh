# What ./run and ./test need on a machine, installed where that is possible, named exactly where it is not. To be sourced.

say() { printf '%s\n' "$*"; }
fail() { printf '%s\n' "$*" >&2; exit 1; }

# apt_install WHAT-IT-IS PACKAGE...
apt_install() {
    what=$1; shift
    if command -v apt-get > /dev/null 2>&1 && [ "$(id -u)" = 0 ]; then
        say "Installing $what: $*"
        { apt-get update -qq && DEBIAN_FRONTEND=noninteractive apt-get install -y -qq "$@"; } > /dev/null 2>&1 && return 0
    fi
    fail "Missing: $what. Install it and start again; on Debian or Ubuntu: sudo apt-get install $*"
}

# What a tool says is read whole and looked at then: a pipe that is closed early makes the tool itself fail, now and then.
java_is_17() { [[ $("$1" -version 2>&1) =~ \"17[.\"] ]]; }

need_java() {
    if [ -n "${JAVA_HOME:-}" ] && [ -x "$JAVA_HOME/bin/javac" ] && java_is_17 "$JAVA_HOME/bin/java"; then
        export JAVA_HOME; return
    fi
    for home in "$(dirname "$(dirname "$(readlink -f "$(command -v javac 2>/dev/null || echo /)")")")" /usr/lib/jvm/*17*; do
        if [ -x "$home/bin/javac" ] && java_is_17 "$home/bin/java"; then
            JAVA_HOME=$home; export JAVA_HOME; return
        fi
    done
    apt_install "a Java 17 development kit (JDK)" openjdk-17-jdk-headless
    JAVA_HOME=$(ls -d /usr/lib/jvm/java-17-openjdk-* | head -1); export JAVA_HOME
}

need_maven() {
    command -v mvn > /dev/null 2>&1 || apt_install "Maven 3.8 or newer" maven
    maven=$(mvn -v 2>/dev/null); maven=${maven%%$'\n'*}
    [[ $maven =~ \ (3\.([89]|[1-9][0-9])|[4-9]\.) ]] || fail "Maven 3.8 or newer is needed; this is $maven"
}

node_is_new() { node -e 'const [a, b] = process.versions.node.split(".").map(Number); process.exit(a > 20 || (a === 20 && b >= 19) ? 0 : 1)' 2>/dev/null; }

# Debian 12 carries Node 18; npm has newer ones as a package.
newer_node() {
    tools=$house/target/tools
    if ! [ -x "$tools/node_modules/.bin/node" ]; then
        command -v npm > /dev/null 2>&1 || apt_install "npm, to get a newer Node.js with" nodejs npm
        say "Getting a newer Node.js"
        npm install --silent --no-save --prefix "$tools" node@22 > /dev/null 2>&1 || return 1
    fi
    PATH=$tools/node_modules/.bin:$PATH; export PATH
}

need_node() {
    node_is_new && return
    newer_node && node_is_new && return
    fail "Missing: Node.js 20.19 or newer with npm, for building the screens (found: $(node -v 2>/dev/null || echo none)). Distributions often carry an older one; take it from your package source for Node."
}

need_browser() {
    if [ -z "${EZHILI_CHROMIUM:-}" ]; then
        EZHILI_CHROMIUM=$(command -v chromium || command -v chromium-browser || command -v google-chrome || true)
    fi
    if [ -z "$EZHILI_CHROMIUM" ]; then
        apt_install "Chromium, for the browser tests" chromium
        EZHILI_CHROMIUM=$(command -v chromium)
    fi
    export EZHILI_CHROMIUM
    if command -v fc-list > /dev/null 2>&1 && [ -n "$(fc-list :lang=zh 2>/dev/null | head -1)" ]; then return; fi
    apt_install "a Chinese font, for pictures of the screens" fonts-wqy-microhei fontconfig
}

need_balancer() {
    if [ -z "${EZHILI_HAPROXY:-}" ]; then
        PATH=$PATH:/usr/sbin:/usr/local/sbin
        EZHILI_HAPROXY=$(command -v haproxy || true)
    fi
    if [ -z "$EZHILI_HAPROXY" ]; then
        apt_install "HAProxy, for the tests on several nodes" haproxy
        EZHILI_HAPROXY=$(command -v haproxy)
    fi
    export EZHILI_HAPROXY
}
