package io.layerloom.app.window;

import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.samples.Sample;
import java.nio.file.Path;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.collections.ObservableList;

/** The projects that are open, each in a tab, and what a person does with them. */
public interface Tabs {

    /** All of them, in the order of the strip. */
    ObservableList<? extends Tab> all();

    /** The one in view. */
    ReadOnlyObjectProperty<? extends Tab> currentProperty();

    /** Opens a tab in which nothing is open yet. */
    void add();

    /** Begins an empty project. */
    void create();

    /** Opens the project in a file, or leads to the tab in which it is open. */
    void open(Path file);

    /** Opens a copy of a sample, or leads to the tab in which it is open. */
    void open(Sample sample);

    /** Leads to a tab. */
    void show(Tab tab);

    /** Leads to the training that goes on in another tab. */
    void show(TrainingDesk desk);

    /** Leads to the tab that lies so many further to the right. */
    void step(int by);

    /** Puts a tab elsewhere in the order. */
    void move(Tab tab, int to);

    /** Closes a tab, unless the person would rather keep what is not saved. */
    void close(Tab tab);

    /** Closes all other tabs, asking for each whose work would be lost; the first that is kept ends it. */
    void closeOthers(Tab tab);

    /** Whether another tab than that in view holds this file. */
    boolean isOpenElsewhere(Path file);
}
