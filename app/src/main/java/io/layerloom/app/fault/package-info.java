/** What went wrong, in words for people. */
@NullMarked
package io.layerloom.app.fault;

import org.jspecify.annotations.NullMarked;
