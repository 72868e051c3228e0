package io.layerloom.engine;

import java.io.IOException;
import java.io.InputStream;

/** Where the data sets that ship with the program are found. */
@FunctionalInterface
public interface SampleStore {

    /**
     * Opens a file of a data set, such as {@code iris.csv} of {@code iris}; the caller closes it.
     *
     * @throws IllegalArgumentException if there is no such data set or file
     */
    InputStream open(String dataset, String file) throws IOException;
}
