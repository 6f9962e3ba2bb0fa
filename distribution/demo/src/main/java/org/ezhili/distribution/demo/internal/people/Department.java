package org.ezhili.distribution.demo.internal.people;

/** The departments and public companies of the demo district to which matters are dispatched. */
public enum Department {
    CITYMGMT("城市管理局"),
    POLICE("公安分局"),
    HOUSING("住房和城乡建设局"),
    MARKET("市场监督管理局"),
    HEALTH("卫生健康委员会"),
    CIVIL("民政局"),
    LABOUR("人力资源和社会保障局"),
    JUSTICE("司法局"),
    DISABLED("残疾人联合会"),
    EMERGENCY("应急管理局"),
    ENVIRONMENT("生态环境分局"),
    TRANSPORT("交通运输局"),
    PARKS("园林绿化服务中心"),
    WATER("供水公司"),
    GAS("燃气公司"),
    POWER("供电公司");

    private final String title;

    Department(String title) {
        this.title = title;
    }

    public String account() {
        return "dept." + name().toLowerCase(java.util.Locale.ROOT);
    }

    String title() {
        return title;
    }
}
