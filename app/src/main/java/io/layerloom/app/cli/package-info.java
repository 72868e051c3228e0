/** The command line: everything that trains, checks, evaluates and exports, without a screen. */
@NullMarked
package io.layerloom.app.cli;

import org.jspecify.annotations.NullMarked;
