package io.layerloom.app.window;

/**
 * Something that can be done by its name.
 *
 * @param label the words, in sentence case
 * @param keys what is pressed for it, as shown; may be empty
 * @param run does it
 */
record Command(String label, String keys, Runnable run) {}
