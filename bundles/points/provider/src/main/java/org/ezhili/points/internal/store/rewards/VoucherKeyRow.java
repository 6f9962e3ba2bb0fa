package org.ezhili.points.internal.store.rewards;

import javax.persistence.Column;
import javax.persistence.Entity;
import javax.persistence.Id;
import javax.persistence.Table;

/** What vouchers are signed with. */
@Entity
@Table(schema = "points", name = "voucher_key")
class VoucherKeyRow {

    @Id
    @Column(name = "name")
    private String name;

    @Column(name = "material")
    private String material;

    static VoucherKeyRow of(String name, String material) {
        VoucherKeyRow row = new VoucherKeyRow();
        row.name = name;
        row.material = material;
        return row;
    }

    String material() {
        return material;
    }
}
