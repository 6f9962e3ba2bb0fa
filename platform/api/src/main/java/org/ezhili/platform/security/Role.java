package org.ezhili.platform.security;

import java.util.Locale;
import java.util.Optional;

/** What a person is to the platform; each is held for an area. */
public enum Role {
    /** 居民, and couriers, drivers and others who report. */
    RESIDENT,
    /** 网格员 of a grid. */
    WORKER,
    /** 社区管理员 of a community. */
    COMMUNITY,
    /** 街道 office. */
    STREET,
    /** 部门: a department of the district; it sees what is dispatched to it. */
    DEPARTMENT,
    /** 区: the district's governance centre. */
    DISTRICT,
    /** 区信息中心: district IT. It runs the platform; it does not handle matters. */
    IT;

    /** Name on the wire, in lower case. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Role> ofWord(String word) {
        for (Role role : values()) {
            if (role.word().equals(word)) {
                return Optional.of(role);
            }
        }
        return Optional.empty();
    }
}
