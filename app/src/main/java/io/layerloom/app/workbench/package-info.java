/** What the window works on: the open document, its file, its data and its training; holds no control. */
@NullMarked
package io.layerloom.app.workbench;

import org.jspecify.annotations.NullMarked;
