package org.ezhili.platform.releases.internal.walk;

/** Who is told how far a walk is, and may call it off. */
public interface Progress {

    void reached(Stage stage);

    /** Asked between the stages before the switch. */
    boolean isCalledOff();
}
