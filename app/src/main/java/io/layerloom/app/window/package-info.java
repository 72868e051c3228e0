/** The main window and its parts. */
@NullMarked
package io.layerloom.app.window;

import org.jspecify.annotations.NullMarked;
