package io.layerloom.canvas;

/** What a person does between pressing a button and letting it go, once it is clear that it is no click. Sends at most one edit, at the end. */
interface Gesture {

    /** The pointer moved. */
    void drag(Pointer at);

    /** The button was let go. */
    void release(Pointer at);

    /** Whether what is held stays within the drawing while the pointer leaves it. */
    default boolean staysWithin() {
        return true;
    }

    /** Whether letting go outside the drawing gives it up. */
    default boolean endsOutside() {
        return false;
    }

    /** The gesture was given up; everything is as before. */
    void cancel();
}
