package io.layerloom.engine.kit;

/** How the members of a {@link Team} wait for each other. Changes how fast they are, never what they compute. */
public enum Waiting {
    /** They sleep at once: for a machine whose processors others want, too. */
    SLEEP(0),
    /** They look again and again for some twenty microseconds, and then sleep: the slowest member is rarely later. */
    LOOK_BRIEFLY(1_000),
    /** They look for about a millisecond before they sleep: where waking up takes long, and nobody else wants the processors. */
    LOOK_LONG(50_000);

    private static volatile Waiting chosen = LOOK_BRIEFLY;

    private final int looks;

    Waiting(int looks) {
        this.looks = looks;
    }

    /** Lets all teams of this process wait so from now on. */
    public void use() {
        chosen = this;
    }

    /** How teams wait. */
    public static Waiting chosen() {
        return chosen;
    }

    int looks() {
        return looks;
    }
}
