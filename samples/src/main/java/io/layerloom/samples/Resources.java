package io.layerloom.samples;

import java.io.InputStream;

/** Opens the resources that this module carries beside its classes. */
final class Resources {
    private Resources() {}

    /** Opens the resource at a path relative to this package; the caller closes it. */
    static InputStream open(String path) {
        InputStream in = Resources.class.getResourceAsStream(path);
        if (in == null) {
            throw new IllegalStateException("The program lacks its resource " + path + ". Install it again.");
        }
        return in;
    }
}
