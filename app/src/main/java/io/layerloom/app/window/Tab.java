package io.layerloom.app.window;

import io.layerloom.app.workbench.Projects;
import io.layerloom.app.workbench.TrainingDesk;
import io.layerloom.app.workbench.Workbench;

/** One of the projects that are open, as the others see it. */
public interface Tab {

    /** Where it comes from. */
    Projects projects();

    /** Its document. */
    Workbench workbench();

    /** Its trainings. */
    TrainingDesk desk();

    /** With what it is compared. */
    Comparisons comparisons();
}
