/** The program: its entry point, command line and windows. */
@NullMarked
package io.layerloom.app;

import org.jspecify.annotations.NullMarked;
