package io.layerloom.app.form;

import io.layerloom.graph.Kind;
import io.layerloom.graph.Labelled;
import io.layerloom.graph.Rows;
import io.layerloom.graph.Size2;
import java.util.Optional;

/** The editor of each kind of value. */
final class Editors {

    private Editors() {}

    /** A new editor for values of a kind, showing the initial one. */
    @SuppressWarnings("unchecked") // each branch fixes T to the value type of its kind
    static <T> Editor<T> of(Kind<T> kind, T initial) {
        if (kind instanceof Kind.Whole whole) {
            return (Editor<T>) new WholeEditor(whole, (Integer) initial);
        }
        if (kind instanceof Kind.Real real) {
            return (Editor<T>) real(real, (Double) initial);
        }
        if (kind instanceof Kind.Size size) {
            return (Editor<T>) new SizeEditor(size, (Size2) initial);
        }
        if (kind instanceof Kind.Choice<?> choice) {
            return (Editor<T>) choice(choice, initial);
        }
        if (kind instanceof Kind.Flag) {
            return (Editor<T>) new FlagEditor((Boolean) initial);
        }
        if (kind instanceof Kind.Numbers numbers) {
            return (Editor<T>) new RowsEditor(numbers, (Rows) initial);
        }
        return (Editor<T>) text((Kind.Text) kind, (String) initial);
    }

    private static <E extends Enum<E> & Labelled> Editor<E> choice(Kind.Choice<E> kind, Object initial) {
        return new ChoiceEditor<>(kind.options(), Labelled::label, kind.type().cast(initial));
    }

    private static Editor<Double> real(Kind.Real kind, double initial) {
        return new TypedEditor<>(initial, Kind.Real::written, Reading.of(kind, Numbers::real)).monospaced();
    }

    private static Editor<String> text(Kind.Text kind, String initial) {
        return kind.use() == Kind.Text.Use.PLAIN
                ? new TypedEditor<>(initial, text -> text, Reading.of(kind, Optional::of))
                : new PathEditor(kind, initial);
    }
}
