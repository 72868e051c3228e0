package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Optional;
import org.nd4j.common.config.ND4JClassLoading;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Whether this process computes on a graphics card. ND4J takes CUDA wherever it lies on the class path, and ends the process on a card that it has no code for; so every process
 * keeps to the processor, but a worker whose parent has chosen a card for it.
 */
public final class CardWorker {

    /** The variable by which a parent tells a worker to use a card, and what it is called. */
    static final String CARD = "LAYERLOOM_GPU";

    /** The variable with more about that card, for provenance. */
    static final String DETAILS = "LAYERLOOM_GPU_DETAILS";

    private static final String CUDA = "/org/nd4j/linalg/jcublas/JCublasBackend.class";
    private static final String SERVICES = "META-INF/services/org.nd4j.linalg.factory.Nd4jBackend";

    private static volatile boolean awake;

    private CardWorker() {}

    /** The card that the parent of this process has chosen. */
    private static Optional<String> chosen() {
        return Optional.ofNullable(System.getenv(CARD)).filter(name -> !name.isBlank());
    }

    /** The card that this process computes on. */
    static Optional<String> awake() {
        return awake ? chosen() : Optional.empty();
    }

    /** More about the card that this process computes on. */
    static Optional<String> details() {
        return awake ? Optional.ofNullable(System.getenv(DETAILS)) : Optional.empty();
    }

    /** Lets ND4J in this process see CUDA only if a card was chosen; to be called before anything of it is used. */
    public static void keepToChoice() {
        if (chosen().isEmpty() && CardWorker.class.getResource(CUDA) != null) {
            ND4JClassLoading.setNd4jClassloader(new WithoutCuda(CardWorker.class.getClassLoader()));
        }
    }

    /**
     * Loads CUDA and computes one sum with it.
     *
     * @return why that was not possible, as a clause; empty if this process computes on the card now
     */
    static Optional<String> wake() {
        try {
            if (Nd4j.getExecutioner().type() != OpExecutioner.ExecutionerType.CUDA) {
                return Optional.of(tr("CUDA could not be loaded"));
            }
            INDArray twos = Nd4j.ones(1000).addi(1);
            if (twos.sumNumber().doubleValue() != 2000) {
                return Optional.of(tr("it computes wrongly"));
            }
            awake = true;
            return Optional.empty();
        } catch (RuntimeException | LinkageError | VirtualMachineError e) {
            System.getLogger(CardWorker.class.getName()).log(System.Logger.Level.WARNING, "CUDA cannot be used.", e);
            return Optional.of(tr("CUDA could not be loaded: %s", firstLine(e)));
        }
    }

    private static String firstLine(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        return String.valueOf(root.getMessage()).lines().findFirst().orElse(tr("no reason given"));
    }

    /** Finds no back end but that of the processor. */
    private static final class WithoutCuda extends ClassLoader {
        WithoutCuda(ClassLoader parent) {
            super(parent);
        }

        @Override
        public Enumeration<URL> getResources(String name) throws IOException {
            Enumeration<URL> all = super.getResources(name);
            if (!name.equals(SERVICES)) {
                return all;
            }
            List<URL> kept = Collections.list(all).stream()
                    .filter(url -> !url.getPath().contains("nd4j-cuda"))
                    .toList();
            return Collections.enumeration(kept);
        }
    }
}
