package io.layerloom.app.window;

import java.lang.ref.WeakReference;
import java.util.function.Consumer;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;

/**
 * Watches on behalf of a view without keeping it alive. What lies behind the window outlives its views, which are made anew in another language; a view that nobody
 * shows any more is let go.
 */
public final class Watch {

    private Watch() {}

    /** Lets a view act whenever a value changes. The action is held as long as the value, so it gets the view and holds nothing of it. */
    public static <V> void on(ObservableValue<?> value, V view, Consumer<V> action) {
        WeakReference<V> weak = new WeakReference<>(view);
        value.addListener(new ChangeListener<Object>() {
            @Override
            public void changed(ObservableValue<?> changed, Object before, Object after) {
                V alive = weak.get();
                if (alive == null) {
                    changed.removeListener(this);
                } else {
                    action.accept(alive);
                }
            }
        });
    }

    /** Lets a view act whenever a collection changes. */
    public static <V> void on(Observable collection, V view, Consumer<V> action) {
        WeakReference<V> weak = new WeakReference<>(view);
        collection.addListener(new InvalidationListener() {
            @Override
            public void invalidated(Observable changed) {
                V alive = weak.get();
                if (alive == null) {
                    changed.removeListener(this);
                } else {
                    action.accept(alive);
                }
            }
        });
    }
}
