/** The pages that the rail leads to, other than the canvas. */
@NullMarked
package io.layerloom.app.page;

import org.jspecify.annotations.NullMarked;
