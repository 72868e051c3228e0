package io.layerloom.canvas;

import java.io.IOException;

/** Why a picture cannot be made, as a sentence for people. */
public final class PictureException extends IOException {

    private static final long serialVersionUID = 1L;

    /** The sentence says what to do. */
    public PictureException(String sentence) {
        super(sentence);
    }
}
