package io.layerloom.graph;

import java.io.IOException;

/** A project file that cannot be read or written; the message is one or two sentences for people: what, where, and what to do. */
public final class ProjectFileException extends IOException {

    private static final long serialVersionUID = 1L;

    ProjectFileException(String message) {
        super(message);
    }

    ProjectFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
