package io.layerloom.engine.kit;

import java.io.IOException;

/** Data that cannot be used; the message is one sentence that says what is wrong, where, and what to do. */
public class DataException extends IOException {

    private static final long serialVersionUID = 1L;

    private final transient Sentence sentence;

    /** A problem in one sentence: its words, and what fills their gaps. */
    public DataException(String words, Object... gaps) {
        this(Sentence.of(words, gaps));
    }

    /** A problem in one sentence, with what it came from. */
    public DataException(Throwable cause, String words, Object... gaps) {
        this(words, gaps);
        initCause(cause);
    }

    private DataException(Sentence sentence) {
        super(sentence.toString());
        this.sentence = sentence;
    }

    /** The message before its gaps were filled. */
    public Sentence sentence() {
        return sentence;
    }
}
