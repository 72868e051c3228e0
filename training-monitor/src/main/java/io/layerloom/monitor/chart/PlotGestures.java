package io.layerloom.monitor.chart;

import javafx.scene.Cursor;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;

/** Wheel to zoom, drag to move, double click for all; the pointer reads values. */
final class PlotGestures {
    /** Fewer iterations than this are never shown alone. */
    private static final double SHORTEST = 4;

    private final PlotArea plot;
    private double lastX;

    PlotGestures(PlotArea plot) {
        this.plot = plot;
        plot.setOnScroll(this::scroll);
        plot.setOnZoom(e -> {
            zoom(e.getX(), 1 / e.getZoomFactor());
            e.consume();
        });
        plot.setOnMousePressed(this::press);
        plot.setOnMouseDragged(this::drag);
        plot.setOnMouseReleased(e -> plot.setCursor(Cursor.DEFAULT));
        plot.setOnMouseClicked(e -> {
            if (e.getButton() == MouseButton.PRIMARY && e.getClickCount() == 2) {
                plot.zoom.set(null);
            }
        });
        plot.setOnMouseMoved(this::point);
        plot.setOnMouseExited(e -> plot.hover.set(Double.NaN));
    }

    private void scroll(ScrollEvent e) {
        if (e.getDeltaX() != 0 && Math.abs(e.getDeltaX()) >= Math.abs(e.getDeltaY())) {
            pan(-e.getDeltaX());
        } else if (e.getDeltaY() != 0) {
            zoom(e.getX(), Math.pow(1.2, -Math.signum(e.getDeltaY()) * Math.min(3, Math.abs(e.getDeltaY()) / 40)));
        }
        e.consume();
    }

    private void zoom(double px, double factor) {
        Range all = plot.all();
        Range next = plot.visible().zoom(plot.xAt(px - plot.left()), factor);
        if (next.span() >= all.span()) {
            plot.zoom.set(null);
        } else if (factor > 1 || next.span() >= SHORTEST) {
            plot.zoom.set(next.within(all));
        }
    }

    private void pan(double pixels) {
        if (plot.zoom.get() == null) {
            return;
        }
        Range now = plot.visible();
        plot.zoom.set(now.pan(pixels / plot.view().width() * now.span()).within(plot.all()));
    }

    private void press(MouseEvent e) {
        lastX = e.getX();
        plot.requestFocus();
    }

    private void drag(MouseEvent e) {
        if (e.getButton() == MouseButton.PRIMARY) {
            plot.setCursor(Cursor.CLOSED_HAND);
            pan(lastX - e.getX());
            lastX = e.getX();
        }
        point(e);
    }

    private void point(MouseEvent e) {
        double px = e.getX() - plot.left();
        boolean inside = px >= 0 && px <= plot.view().width();
        plot.setPointerY(e.getY());
        plot.hover.set(inside ? plot.xAt(px) : Double.NaN);
    }
}
