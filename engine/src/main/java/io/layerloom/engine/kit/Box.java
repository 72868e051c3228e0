package io.layerloom.engine.kit;

/**
 * A rectangle around an object on a picture. Its sides are parts of the picture's width and height: 0 is left and top, 1 is right and bottom.
 *
 * @param kind the class of the object, by its number
 */
public record Box(int kind, double left, double top, double right, double bottom) {

    /** How many numbers a box has among the labels of a picture: its class and its sides. */
    static final int NUMBERS = 5;

    /** The part of the picture that it covers. */
    public double area() {
        return Math.max(0, right - left) * Math.max(0, bottom - top);
    }

    /** How far two boxes are the same: the area of what both cover, divided by the area of what one of them covers at least. From 0 to 1; 0 if neither covers anything. */
    public double overlap(Box other) {
        double across = Math.min(right, other.right) - Math.max(left, other.left);
        double down = Math.min(bottom, other.bottom) - Math.max(top, other.top);
        double both = Math.max(0, across) * Math.max(0, down);
        double either = area() + other.area() - both;
        return either > 0 ? both / either : 0;
    }
}
