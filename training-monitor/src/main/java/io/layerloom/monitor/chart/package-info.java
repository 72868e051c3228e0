/** A chart for curves that grow while one watches: what it costs to draw does not depend on how long they are. */
@NullMarked
package io.layerloom.monitor.chart;

import org.jspecify.annotations.NullMarked;
