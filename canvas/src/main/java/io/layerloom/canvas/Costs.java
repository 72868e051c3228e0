package io.layerloom.canvas;

import io.layerloom.graph.Forecast;
import io.layerloom.graph.Inference;
import io.layerloom.graph.NodeId;
import io.layerloom.graph.TrainingMemory;
import java.util.Optional;

/**
 * What the layers of a network cost, each beside the dearest: by the time of a step where that is known, else by multiply-adds.
 *
 * @param batch how many examples a mini-batch has
 * @param dearest the largest share of a step, or number of multiply-adds
 */
record Costs(Inference inference, int batch, Optional<Forecast> forecast, double dearest) {

    static Costs of(Inference inference, int batch, Optional<Forecast> forecast) {
        double dearest = forecast.map(known -> known.shares().values().stream())
                .orElseGet(() -> inference.reports().values().stream().map(report -> (double) report.multiplyAdds()))
                .mapToDouble(weight -> weight)
                .max()
                .orElse(0);
        return new Costs(inference, Math.max(1, batch), forecast, dearest);
    }

    /** Of a layer; empty as long as its shape is not known. */
    Optional<Cost> of(NodeId id) {
        Inference.Report report = inference.report(id);
        if (report.output().isEmpty()) {
            return Optional.empty();
        }
        double share = forecast.map(known -> known.share(id)).orElse(0.0);
        double weight = forecast.isPresent() ? share : report.multiplyAdds();
        // Costs differ by powers of ten, multiply-adds by more of them than times: what is far below the dearest is
        // still seen.
        double decades = forecast.isPresent() ? 2 : 3;
        double heat = weight <= 0 ? 0 : Math.max(0, 1 + Math.log10(weight / dearest) / decades);
        return Optional.of(new Cost(
                report.count().weights(),
                report.multiplyAdds(),
                batch * TrainingMemory.perExample(report.footprint()),
                share * forecast.map(Forecast::seconds).orElse(0.0),
                share,
                heat));
    }
}
