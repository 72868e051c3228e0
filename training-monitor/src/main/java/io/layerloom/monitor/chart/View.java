package io.layerloom.monitor.chart;

/**
 * What part of the plane is on screen, and where.
 *
 * @param x the visible stretch of x
 * @param y the visible stretch of values
 * @param scale how values are spread
 * @param width of the plot in pixels
 * @param height of the plot in pixels
 */
record View(Range x, Range y, Scale scale, double width, double height) {

    double px(double value) {
        return (value - x.low()) / x.span() * width;
    }

    double py(double value) {
        return (1 - scale.unit(value, y)) * height;
    }

    double xAt(double px) {
        return x.low() + px / width * x.span();
    }

    View scaled(double factor) {
        return new View(x, y, scale, width * factor, height * factor);
    }
}
