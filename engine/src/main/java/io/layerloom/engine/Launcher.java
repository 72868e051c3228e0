package io.layerloom.engine;

import static io.layerloom.graph.language.Language.tr;

import io.layerloom.engine.gpu.Card;
import io.layerloom.engine.gpu.CudaFolder;
import io.layerloom.engine.gpu.Gpu;
import io.layerloom.engine.gpu.GpuCheck;
import io.layerloom.engine.gpu.GpuFacts;
import io.layerloom.engine.gpu.NvidiaSmi;
import io.layerloom.engine.gpu.Sighting;
import io.layerloom.graph.Capacity;
import io.layerloom.graph.Document;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Decides, before anything is started, whether a run trains on the processor or on a card, and keeps a process ready for the next one where that is wanted. */
public final class Launcher implements AutoCloseable {

    private final WorkerCommand cpu;
    private final CudaFolder cuda;
    private final NvidiaSmi smi;
    private final Standby standby = Standby.ofMachine();

    /**
     * A launcher.
     *
     * @param cpu how to start the worker that trains on the processor
     * @param cuda where the libraries for training on a card lie
     */
    public Launcher(WorkerCommand cpu, CudaFolder cuda, NvidiaSmi smi) {
        this.cpu = cpu;
        this.cuda = cuda;
        this.smi = smi;
    }

    /** How to start the worker that trains on the processor and answers questions. */
    public WorkerCommand cpu() {
        return cpu;
    }

    /** Where the libraries for training on a card lie. */
    public CudaFolder cuda() {
        return cuda;
    }

    /** Whether a card can train, as it is now; asks the driver, so it takes a moment. */
    public GpuCheck check() {
        return GpuCheck.of(GpuFacts.ofMachine(smi, cuda.isInstalled()));
    }

    /** The cards of this machine as they are now. */
    public Sighting look() {
        return smi.look();
    }

    /** What a training of this choice is given; asks the driver only if a card may be the one to train. */
    public Capacity capacity(Compute wanted) {
        boolean mayUseCard = wanted != Compute.CPU && cuda.isInstalled();
        return WorkerMemory.of(
                mayUseCard && check().verdict() instanceof Gpu.Ready ready
                        ? Optional.of(ready.card())
                        : Optional.empty());
    }

    /** Decides for a run; asks the driver only if a card is wanted. */
    public Launch launch(Compute wanted, RunSpec spec) {
        Compute compute = wanted == Compute.AUTO && spec.resume() ? asBefore(spec) : wanted;
        // Without the libraries no card helps, and nobody has asked for one: nothing to say, nothing to wait for.
        boolean silent = compute == Compute.AUTO && !cuda.isInstalled();
        return compute == Compute.CPU || silent ? onCpu(List.of()) : decide(check());
    }

    private Launch onCpu(List<String> notices) {
        return new Launch(cpu, Optional.empty(), notices, Optional.of(standby));
    }

    /**
     * Starts the worker ahead that a run of a document would take now, unless one waits already; returns at once. On a card nothing is started ahead: its memory is for others until it
     * is wanted.
     *
     * @param threads how many are to compute; 0 for the fastest
     * @return completed with whether a worker waits that is prepared; false on a machine with less than 6 GiB of memory
     */
    public CompletableFuture<Boolean> prepare(Compute wanted, Document document, int threads, EngineContext context) {
        if (wanted == Compute.CPU || !cuda.isInstalled()) {
            return standby.prepare(cpu, document, threads, context);
        }
        standby.rest();
        return CompletableFuture.completedFuture(false);
    }

    /** Ends the worker that waits, if one does. */
    public void rest() {
        standby.rest();
    }

    /** Ends the worker that waits; none is started ahead any more. */
    @Override
    public void close() {
        standby.close();
    }

    /** A run that goes on stays where it began, because its numbers would differ elsewhere. */
    private static Compute asBefore(RunSpec spec) {
        try {
            String backend = RunFolder.open(spec.folder()).provenance().backend();
            return backend.isEmpty() ? Compute.AUTO : Backend.isGpu(backend) ? Compute.GPU : Compute.CPU;
        } catch (IOException unreadable) {
            return Compute.AUTO;
        }
    }

    Launch decide(GpuCheck check) {
        Gpu verdict = check.verdict();
        if (verdict instanceof Gpu.Ready ready) {
            List<String> notices = ready.caution().isEmpty() ? List.of() : List.of(ready.caution());
            return new Launch(
                    cpu, Optional.of(new Launch.OnCard(onCard(ready.card()), ready.card())), notices, Optional.empty());
        }
        String why = verdict instanceof Gpu.NotInstalled missing
                ? tr(
                        "The CUDA libraries for the %s are not installed, so training runs on the CPU; the preferences install them.",
                        missing.card().name())
                : ((Gpu.Unusable) verdict).sentence();
        return onCpu(List.of(why));
    }

    private WorkerCommand onCard(Card card) {
        Map<String, String> environment = new HashMap<>();
        environment.put(CardWorker.CARD, card.name());
        environment.put(
                CardWorker.DETAILS,
                card.name()
                        + card.driver().map(driver -> ", driver " + driver).orElse("")
                        + card.capability()
                                .map(capability -> ", compute capability " + capability)
                                .orElse(""));
        if (GpuFacts.mayChooseCard(System.getenv(GpuFacts.VISIBLE_DEVICES))) {
            // CUDA counts the fastest first unless told to count as nvidia-smi does.
            environment.put("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
            environment.put(GpuFacts.VISIBLE_DEVICES, Integer.toString(card.index()));
        }
        return cpu.inFront(cuda.jars()).with(environment);
    }
}
