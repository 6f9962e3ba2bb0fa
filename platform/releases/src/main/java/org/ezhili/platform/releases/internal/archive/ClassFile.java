package org.ezhili.platform.releases.internal.archive;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * What a compiled class says of itself (JVMS 4), as far as it matters whom it knows and whom it lets in.
 *
 * @param name with dots
 * @param above its superclass and interfaces
 * @param known all classes that it names, in whatever way
 * @param required values of the annotation {@code Requires} on its methods
 */
record ClassFile(String name, List<String> above, Set<String> known, Set<String> required) {

    private static final int MAGIC = 0xCAFEBABE;
    private static final String REQUIRES = "Lorg/ezhili/platform/module/Requires;";
    private static final Pattern IN_A_DESCRIPTOR = Pattern.compile("L([\\w$]+(?:/[\\w$]+)+)[;<]");

    static ClassFile read(InputStream stream) throws IOException {
        return new Reading(new DataInputStream(stream)).all();
    }

    /** Once through the file, from its beginning to its end. */
    private static final class Reading {
        private final DataInputStream in;
        private Object[] pool = {};

        Reading(DataInputStream in) {
            this.in = in;
        }

        ClassFile all() throws IOException {
            if (in.readInt() != MAGIC) {
                throw new IOException("no class");
            }
            in.readInt();
            readPool();
            in.readUnsignedShort();
            String name = className(in.readUnsignedShort());
            List<String> above = new ArrayList<>();
            int parent = in.readUnsignedShort();
            if (parent != 0) {
                above.add(className(parent));
            }
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                above.add(className(in.readUnsignedShort()));
            }
            Set<String> required = new TreeSet<>();
            members(new TreeSet<>());
            members(required);
            return new ClassFile(name, above, known(), required);
        }

        private void readPool() throws IOException {
            pool = new Object[in.readUnsignedShort()];
            for (int i = 1; i < pool.length; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> pool[i] = in.readUTF();
                    case 7 -> pool[i] = in.readUnsignedShort();
                    case 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++;
                    }
                    default -> throw new IOException("no constant: " + tag);
                }
            }
        }

        private Set<String> known() throws IOException {
            Set<String> known = new TreeSet<>();
            for (Object constant : pool) {
                if (constant instanceof Integer at) {
                    String name = text(at);
                    known.add(name.replaceFirst("^\\[+L?", "")
                            .replaceFirst(";$", "")
                            .replace('/', '.'));
                } else if (constant instanceof String text) {
                    IN_A_DESCRIPTOR
                            .matcher(text)
                            .results()
                            .forEach(found -> known.add(found.group(1).replace('/', '.')));
                }
            }
            return known;
        }

        private void members(Set<String> required) throws IOException {
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                in.skipNBytes(6);
                for (int attributes = in.readUnsignedShort(); attributes > 0; attributes--) {
                    String name = text(in.readUnsignedShort());
                    long length = Integer.toUnsignedLong(in.readInt());
                    if (name.equals("RuntimeVisibleAnnotations")) {
                        annotations(required);
                    } else {
                        in.skipNBytes(length);
                    }
                }
            }
        }

        private void annotations(Set<String> required) throws IOException {
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                annotation(required);
            }
        }

        private void annotation(Set<String> required) throws IOException {
            boolean isMark = text(in.readUnsignedShort()).equals(REQUIRES);
            for (int left = in.readUnsignedShort(); left > 0; left--) {
                in.skipNBytes(2);
                value(isMark ? required : new TreeSet<>());
            }
        }

        private void value(Set<String> texts) throws IOException {
            int tag = in.readUnsignedByte();
            switch (tag) {
                case 's' -> texts.add(text(in.readUnsignedShort()));
                case 'e' -> in.skipNBytes(4);
                case '@' -> annotation(new TreeSet<>());
                case '[' -> {
                    for (int left = in.readUnsignedShort(); left > 0; left--) {
                        value(texts);
                    }
                }
                default -> in.skipNBytes(2);
            }
        }

        private String className(int at) throws IOException {
            if (at <= 0 || at >= pool.length || !(pool[at] instanceof Integer name)) {
                throw new IOException("no class constant at " + at);
            }
            return text(name).replace('/', '.');
        }

        private String text(int at) throws IOException {
            if (at <= 0 || at >= pool.length || !(pool[at] instanceof String text)) {
                throw new IOException("no text constant at " + at);
            }
            return text;
        }
    }
}
