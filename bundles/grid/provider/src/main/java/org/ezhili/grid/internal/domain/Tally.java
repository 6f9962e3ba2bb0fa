package org.ezhili.grid.internal.domain;

/** How many areas a change adds, alters, leaves as they are. */
public record Tally(int added, int changed, int unchanged) {

    public static final Tally NONE = new Tally(0, 0, 0);

    public Tally plusAdded() {
        return new Tally(added + 1, changed, unchanged);
    }

    public Tally plusChanged() {
        return new Tally(added, changed + 1, unchanged);
    }

    public Tally plusUnchanged() {
        return new Tally(added, changed, unchanged + 1);
    }

    public int written() {
        return added + changed;
    }
}
