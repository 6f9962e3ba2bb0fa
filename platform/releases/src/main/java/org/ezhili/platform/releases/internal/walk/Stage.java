package org.ezhili.platform.releases.internal.walk;

/** How far a node is on its way from one version to another. Up to and including READYING it can turn back without a trace. */
public enum Stage {
    WAITING,
    FETCHING,
    INSTALLING,
    READYING,
    SWITCHING,
    REMOVING,
    DONE,
    FAILED;

    /** For people: how much of the way is behind, in percent. */
    public int percent() {
        return switch (this) {
            case WAITING -> 0;
            case FETCHING -> 5;
            case INSTALLING -> 20;
            case READYING -> 50;
            case SWITCHING -> 80;
            case REMOVING -> 90;
            case DONE, FAILED -> 100;
        };
    }
}
