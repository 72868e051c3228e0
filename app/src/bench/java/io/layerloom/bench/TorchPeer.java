package io.layerloom.bench;

import ai.djl.Model;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.nn.Block;
import ai.djl.nn.Blocks;
import ai.djl.nn.ParallelBlock;
import ai.djl.nn.SequentialBlock;
import ai.djl.nn.convolutional.Conv2d;
import ai.djl.nn.core.Linear;
import ai.djl.nn.norm.BatchNorm;
import ai.djl.nn.norm.LayerNorm;
import ai.djl.nn.pooling.Pool;
import ai.djl.nn.recurrent.LSTM;
import ai.djl.nn.transformer.ScaledDotProductAttentionBlock;
import ai.djl.training.DefaultTrainingConfig;
import ai.djl.training.GradientCollector;
import ai.djl.training.Trainer;
import ai.djl.training.loss.Loss;
import ai.djl.training.optimizer.Optimizer;
import ai.djl.training.tracker.Tracker;
import java.util.List;

/** The networks in PyTorch, called from Java through DJL. */
final class TorchPeer {

    private static final int CLASSES = 10;

    private TorchPeer() {}

    public static void main(String[] args) {
        String net = args[0];
        int batch = Integer.parseInt(args[1]);
        try (Model model = Model.newInstance("peer")) {
            model.setBlock(block(net));
            DefaultTrainingConfig config = new DefaultTrainingConfig(Loss.softmaxCrossEntropyLoss())
                    .optOptimizer(Optimizer.adam()
                            .optLearningRateTracker(Tracker.fixed(1e-3f))
                            .build());
            try (Trainer trainer = model.newTrainer(config)) {
                time(trainer, net, batch, Integer.parseInt(args[2]));
            }
        }
    }

    private static void time(Trainer trainer, String net, int batch, int iterations) {
        Shape in = input(net, batch);
        trainer.initialize(in);
        NDManager manager = trainer.getManager();
        NDArray[] features = new NDArray[Timing.BATCHES];
        NDArray[] labels = new NDArray[Timing.BATCHES];
        for (int i = 0; i < features.length; i++) {
            features[i] = manager.randomUniform(0, 1, in);
            labels[i] = manager.randomInteger(0, CLASSES, new Shape(batch, 1), DataType.INT64);
        }
        Timing.print(
                "torch",
                net,
                batch,
                iterations,
                i -> train(trainer, features[i], labels[i]),
                i -> predict(trainer, features[i]));
    }

    private static void train(Trainer trainer, NDArray features, NDArray labels) {
        try (NDManager step = trainer.getManager().newSubManager();
                GradientCollector gradients = trainer.newGradientCollector()) {
            NDList out = trainer.forward(new NDList(features));
            out.attach(step);
            NDArray loss = trainer.getLoss().evaluate(new NDList(labels), out);
            loss.attach(step);
            gradients.backward(loss);
            if (Float.isNaN(loss.getFloat())) {
                throw new IllegalStateException("The loss is not a number.");
            }
        }
        trainer.step();
    }

    private static void predict(Trainer trainer, NDArray features) {
        try (NDManager step = trainer.getManager().newSubManager()) {
            NDList out = trainer.evaluate(new NDList(features));
            out.attach(step);
            if (out.singletonOrThrow().toFloatArray().length == 0) {
                throw new IllegalStateException("The network gives nothing.");
            }
        }
    }

    private static Shape input(String net, int batch) {
        return switch (net) {
            case "mlp" -> new Shape(batch, 784);
            case "cnn" -> new Shape(batch, 1, 28, 28);
            case "lstm" -> new Shape(batch, 28, 28);
            case "resnet" -> new Shape(batch, 3, 32, 32);
            case "transformer" -> new Shape(batch, 64, 128);
            default -> throw new IllegalArgumentException("There is no such network. Received: " + net);
        };
    }

    private static Block block(String net) {
        return switch (net) {
            case "mlp" ->
                new SequentialBlock()
                        .add(dense(128))
                        .add(Activation.reluBlock())
                        .add(dense(CLASSES));
            case "cnn" -> cnn();
            case "lstm" ->
                new SequentialBlock()
                        .add(LSTM.builder()
                                .setStateSize(64)
                                .setNumLayers(1)
                                .optBatchFirst(true)
                                .build())
                        .add(sequences -> new NDList(sequences.get(0).mean(new int[] {1})))
                        .add(dense(CLASSES));
            case "resnet" -> resnet();
            default -> transformer();
        };
    }

    private static Block transformer() {
        SequentialBlock net = new SequentialBlock();
        for (int block = 0; block < 2; block++) {
            net.add(around(new SequentialBlock()
                            .add(normalized())
                            .add(ScaledDotProductAttentionBlock.builder()
                                    .setEmbeddingSize(128)
                                    .setHeadCount(4)
                                    .optAttentionProbsDropoutProb(0)
                                    .build())))
                    .add(around(new SequentialBlock()
                            .add(normalized())
                            .add(dense(512))
                            .add(Activation.geluBlock())
                            .add(dense(128))));
        }
        return net.add(normalized())
                .add(sequences -> new NDList(sequences.singletonOrThrow().mean(new int[] {1})))
                .add(dense(CLASSES));
    }

    private static Block normalized() {
        return LayerNorm.builder().axis(2).build();
    }

    /** What comes in is added to what the block gives. */
    private static Block around(Block inner) {
        return new ParallelBlock(TorchPeer::sum, List.of(inner, Blocks.identityBlock()));
    }

    private static NDList sum(List<NDList> outputs) {
        return new NDList(outputs.get(0).singletonOrThrow().add(outputs.get(1).singletonOrThrow()));
    }

    private static Block cnn() {
        SequentialBlock net = new SequentialBlock();
        for (int filters : new int[] {32, 64}) {
            net.add(Conv2d.builder()
                            .setKernelShape(new Shape(3, 3))
                            .setFilters(filters)
                            .build())
                    .add(Activation.reluBlock())
                    .add(Pool.maxPool2dBlock(new Shape(2, 2), new Shape(2, 2)));
        }
        return net.add(Blocks.batchFlattenBlock())
                .add(dense(64))
                .add(Activation.reluBlock())
                .add(dense(CLASSES));
    }

    private static Block resnet() {
        SequentialBlock net = new SequentialBlock();
        convolve(net, 3, 16, 1);
        net.add(Activation.reluBlock());
        for (int stage = 0; stage < 3; stage++) {
            for (int block = 0; block < 2; block++) {
                net.add(residual(16 << stage, stage > 0 && block == 0 ? 2 : 1));
            }
        }
        return net.add(Pool.globalAvgPool2dBlock())
                .add(Blocks.batchFlattenBlock())
                .add(dense(CLASSES));
    }

    private static Block residual(int filters, int stride) {
        SequentialBlock way = new SequentialBlock();
        convolve(way, 3, filters, stride);
        way.add(Activation.reluBlock());
        convolve(way, 3, filters, 1);
        SequentialBlock skip = new SequentialBlock();
        if (stride > 1) {
            convolve(skip, 1, filters, stride);
        } else {
            skip.add(Blocks.identityBlock());
        }
        ParallelBlock both = new ParallelBlock(TorchPeer::sum, List.of(way, skip));
        return new SequentialBlock().add(both).add(Activation.reluBlock());
    }

    private static void convolve(SequentialBlock net, int kernel, int filters, int stride) {
        net.add(Conv2d.builder()
                        .setKernelShape(new Shape(kernel, kernel))
                        .setFilters(filters)
                        .optStride(new Shape(stride, stride))
                        .optPadding(new Shape(kernel / 2, kernel / 2))
                        .optBias(false)
                        .build())
                .add(BatchNorm.builder().optEpsilon(1e-5f).optMomentum(0.9f).build());
    }

    private static Block dense(int units) {
        return Linear.builder().setUnits(units).build();
    }
}
