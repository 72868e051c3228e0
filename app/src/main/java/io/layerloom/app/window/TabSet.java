package io.layerloom.app.window;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** Things in an order, one of which is in view; there is always at least one. */
public final class TabSet<T> {

    private final ObservableList<T> tabs = FXCollections.observableArrayList();
    /** Held here, because such a view hears of changes only as long as somebody holds it. */
    private final ObservableList<T> view = FXCollections.unmodifiableObservableList(tabs);

    private final ReadOnlyObjectWrapper<T> current;

    /** One thing, in view. */
    public TabSet(T first) {
        tabs.add(first);
        current = new ReadOnlyObjectWrapper<>(first);
    }

    /** All of them, in their order. */
    public ObservableList<T> all() {
        return view;
    }

    /** The one in view. */
    public T current() {
        return current.get();
    }

    /** The one in view as it changes; set after {@link #all} has it. */
    public ReadOnlyObjectProperty<T> currentProperty() {
        return current.getReadOnlyProperty();
    }

    /** Puts one to the right of the one in view, and shows it. */
    public void add(T tab) {
        tabs.add(tabs.indexOf(current()) + 1, tab);
        current.set(tab);
    }

    /** Brings one into view; what was closed meanwhile is not. */
    public void show(T tab) {
        if (tabs.contains(tab)) {
            current.set(tab);
        }
    }

    /** Takes one away, unless it is the last; its right neighbour comes into view if it was, or else its left one. */
    public void close(T tab) {
        int at = tabs.indexOf(tab);
        if (at < 0 || tabs.size() == 1) {
            return;
        }
        if (tab.equals(current())) {
            current.set(tabs.get(at + 1 < tabs.size() ? at + 1 : at - 1));
        }
        tabs.remove(at);
    }

    /** Moves one to another place in the order. */
    public void move(T tab, int to) {
        int at = tabs.indexOf(tab);
        if (at >= 0 && at != to && to >= 0 && to < tabs.size()) {
            List<T> moved = new ArrayList<>(tabs);
            moved.add(to, moved.remove(at));
            tabs.setAll(moved);
        }
    }

    /** Puts some side by side in this order, where the first of them in the strip stands. */
    public void arrange(List<T> order) {
        List<T> inPlace = tabs.stream().filter(order::contains).toList();
        if (!inPlace.isEmpty()) {
            int at = tabs.indexOf(inPlace.get(0));
            List<T> moved = new ArrayList<>(tabs);
            moved.removeAll(inPlace);
            moved.addAll(at, order.stream().filter(inPlace::contains).toList());
            tabs.setAll(moved);
        }
    }

    /** Brings the one into view that lies so many further to the right, and begins at the other end where there are no more. */
    public void step(int by) {
        current.set(tabs.get(Math.floorMod(tabs.indexOf(current()) + by, tabs.size())));
    }
}
