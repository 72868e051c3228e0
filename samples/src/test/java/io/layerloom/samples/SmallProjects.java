package io.layerloom.samples;

import io.layerloom.graph.Document;
import io.layerloom.graph.Objective;
import io.layerloom.graph.TrainingPlan.Split;
import io.layerloom.samples.NetworkDraft.Conv;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Well-known networks in small, for digits: trained in a few minutes, with the plan of their large relatives in {@link FullSizeProjects}. */
final class SmallProjects {

    /** Hidden layers of {@link #layerwise}. */
    private static final int DEEP = 8;

    private SmallProjects() {}

    private static NetworkDraft digits() {
        NetworkDraft net = new NetworkDraft();
        net.input(28, 28, 1);
        return net;
    }

    private static Document trained(NetworkDraft net, double learningRate, int epochs) {
        return net.trainedOn(
                SampleProjects.sample("mnist"), learningRate, SampleProjects.plan(epochs, 32, SampleProjects.DIGITS));
    }

    /** Batch normalization by running averages is only as good as the last steps are small. */
    private static Document settled(NetworkDraft net) {
        return net.trainedOn(
                SampleProjects.sample("mnist"),
                0.004,
                SampleProjects.falling(SampleProjects.plan(4, 32, SampleProjects.DIGITS), 0.4));
    }

    /** LeCun's paper pads the digits to 32×32 instead, and wires the second convolution by hand; the rest is as there. */
    static Document leNet() {
        NetworkDraft net = digits();
        net.conv(6, 5, Conv.SAME.activation("tanh"));
        net.pool("avg", 2, 2);
        net.conv(16, 5, Conv.VALID.activation("tanh"));
        net.pool("avg", 2, 2);
        net.down(1).flatten();
        net.dense(120, "tanh");
        net.dense(84, "tanh");
        return trained(net.classes(10), 0.002, 5);
    }

    /**
     * So deep, and with sigmoids, that slopes hardly reach the first layers as long as all weights are drawn: what greedy layer-wise pre-training was found for (Hinton, Salakhutdinov 2006; Bengio,
     * Lamblin, Popovici, Larochelle 2007).
     */
    static Document layerwise() {
        ProjectDraft net = SampleProjects.draft()
                .frame(
                        "First each layer learns alone, from the first to the last, to give back what comes in",
                        0,
                        0,
                        4,
                        3)
                .frame(
                        "Then all learn together. To compare: set Layer-wise pre-training to 0, train again, tick both in Runs",
                        0,
                        3.25,
                        4,
                        1)
                .add(0, 0, "input", "image", Map.of())
                .add(1, 0, "flatten", "flatten", Map.of(), "image");
        String before = "flatten";
        for (int layer = 1; layer <= DEEP; layer++) {
            int place = layer + 1;
            String name = "hidden" + layer;
            Map<String, Object> sigmoid = Map.of("units", 128, "activation", "sigmoid");
            net.add(place % 4, place / 4, "dense", name, sigmoid, before);
            before = name;
        }
        return net.add(0, 3.25, "output", "digit", Map.of("units", 10), before)
                .trainedOn(
                        SampleProjects.sample("mnist"),
                        0.001,
                        SampleProjects.plan(6, 32, SampleProjects.DIGITS).withPretraining(2));
    }

    /** The plan of AlexNet on digits: normalization across channels and poolings that overlap behind the first convolutions, three convolutions in a row, dropout in front of two dense layers. */
    static Document alexNet() {
        NetworkDraft net = digits();
        for (int filters : new int[] {16, 32}) {
            net.conv(filters, 5, Conv.SAME);
            net.add("lrn", "lrn", Map.of());
            net.pool("max", 3, 2);
            net.down(1);
        }
        net.conv(48, 3, Conv.SAME);
        net.conv(48, 3, Conv.SAME);
        net.conv(32, 3, Conv.SAME);
        net.pool("max", 3, 2);
        net.down(1).flatten();
        for (int layer = 0; layer < 2; layer++) {
            net.dropout(0.5);
            net.dense(128, "relu");
        }
        return trained(net.classes(10), 0.001, 5);
    }

    /**
     * Sabour, Frosst, Hinton, Dynamic routing between capsules (2017), in small: a quarter of the capsules, and without the decoder that draws the digit again, which the paper has beside them to keep them
     * from learning by heart.
     */
    static Document capsules() {
        NetworkDraft net = digits();
        net.frame("Finds strokes, and makes capsules of eight numbers of them", 0, 0, 3, 1);
        net.frame("Ten capsules, one for each digit: the longer, the surer", 0, 1.5, 3, 1);
        net.conv(32, 9, Conv.VALID.stride(2));
        net.add("primary_capsules", "strokes", Map.of("groups", 8, "dimensions", 8, "kernel", List.of(5, 5)));
        net.down(1.5);
        net.add("capsule_layer", "digits", Map.of("capsules", 10, "dimensions", 16, "rounds", 3));
        net.add("capsule_strength", "lengths", Map.of());
        net.add("loss_output", "digit", Map.of("activation", "linear", "loss", "margin"));
        return trained(net, 0.003, 3);
    }

    static Document vgg() {
        NetworkDraft net = digits();
        for (int filters : new int[] {16, 32}) {
            net.conv(filters, 3, Conv.SAME);
            net.conv(filters, 3, Conv.SAME);
            net.pool("max", 2, 2);
            net.down(1);
        }
        net.flatten();
        net.dense(64, "relu");
        net.dropout(0.5);
        return trained(net.classes(10), 0.001, 3);
    }

    static Document inception() {
        NetworkDraft net = digits();
        net.conv(16, 5, Conv.SAME.stride(2));
        ImageNetProjects.inception(net, 8, 8, 16, 4, 8, 8);
        net.poolPadded("max", 3, 2, "same");
        net.down(4);
        ImageNetProjects.inception(net, 16, 12, 24, 4, 8, 8);
        net.mean();
        return trained(net.classes(10), 0.003, 5);
    }

    /** The plan of Tiny-YOLO on pictures of 64×64: convolutions with batch normalization, a pooling behind each of the first, and a grid of 8×8 cells at the end. */
    static Document yolo() {
        NetworkDraft net = new NetworkDraft();
        net.input(64, 64, 3);
        for (int filters : new int[] {16, 32, 64}) {
            FullSizeProjects.darknet(net, filters);
            net.pool("max", 2, 2);
            net.down(1);
        }
        FullSizeProjects.darknet(net, 96);
        net.conv(24, 1, Conv.SAME.activation("linear"));
        net.add("yolo_output", "shapes", Map.of("anchors", "1.6,1.6; 2.5,2.5; 3.3,3.3", "classes", 3));
        return net.trainedOn(
                SampleProjects.sample("shapes"),
                0.005,
                SampleProjects.falling(SampleProjects.plan(16, 16, new Split(0.1, 0.1)), 0.9)
                        .withObjective(Objective.DETECTION));
    }

    /**
     * Ren, He, Girshick, Sun, Faster R-CNN (2015), in small: features as in the small YOLO instead of VGG-16, three anchors and 16 regions instead of nine and 300, and a narrow head, whose
     * boxes are the same for all classes. RoI align is from Mask R-CNN (2017), where the paper pools and rounds.
     */
    static Document fasterRcnn() {
        NetworkDraft net = new NetworkDraft();
        String anchors = "1.6,1.6; 2.5,2.5; 3.3,3.3";
        net.frame("Features: a map of 8×8 cells", 0, 0, 5, 4);
        net.frame("Region proposal network: where may objects be?", 0, 4.2, 3, 1);
        net.frame("Head: what is in each region, and where exactly?", 0, 5.6, 4, 1);
        net.input(64, 64, 3);
        for (int filters : new int[] {16, 32, 64}) {
            FullSizeProjects.darknet(net, filters);
            net.pool("max", 2, 2);
            net.at(1, net.row() + 1);
        }
        FullSizeProjects.darknet(net, 64);
        String features = net.tip();
        net.at(0, 4.2).conv(64, 3, Conv.SAME);
        String said = net.conv(15, 1, Conv.SAME.activation("linear"));
        String regions = net.add("region_proposals", "regions", Map.of("anchors", anchors, "regions", 16));
        net.at(0, 5.6).add("roi_align", "each_region", Map.of("bins", 4), features, regions);
        net.add("step_dense", "dense", Map.of("units", 64));
        String head = net.add("step_dense", "class_and_box", Map.of("units", 8, "activation", "linear"));
        net.add(
                "regions_output",
                "shapes",
                Map.of("anchors", anchors, "classes", 3, "objectFrom", 0.5),
                said,
                regions,
                head);
        return net.trainedOn(
                SampleProjects.sample("shapes"),
                0.003,
                SampleProjects.falling(SampleProjects.plan(12, 16, new Split(0.1, 0.1)), 0.85)
                        .withObjective(Objective.DETECTION));
    }

    /**
     * Liu et al., SSD (2016), in small: features as in the small YOLO instead of VGG-16, and two extra layers instead of four, so that three maps say where objects are. Batch normalization came later;
     * scales go no further than the shapes do.
     */
    static Document ssd() {
        NetworkDraft net = new NetworkDraft();
        net.frame("Features: a map of 16×16 cells for small objects", 0, 0, 7, 3);
        net.frame("Extra layers: maps of 8×8 and 4×4 cells for larger ones", 0, 3.2, 7, 2);
        net.frame("Heads, for each map", 7, 2, 1, 3.2);
        net.input(64, 64, 3);
        for (int filters : new int[] {16, 32}) {
            FullSizeProjects.darknet(net, filters);
            net.pool("max", 2, 2);
            net.at(1, net.row() + 1);
        }
        FullSizeProjects.darknet(net, 64);
        FullSizeProjects.darknet(net, 64);
        List<String> maps = new ArrayList<>(List.of(net.tip()));
        for (int extra = 0; extra < 2; extra++) {
            net.at(1, 3.2 + extra).conv(32, 1, Conv.BARE);
            net.normRelu();
            net.conv(64, 3, Conv.BARE.stride(2));
            maps.add(net.normRelu());
        }
        double[] rows = {2, 3.2, 4.2};
        String[] said = new String[rows.length];
        for (int map = 0; map < rows.length; map++) {
            said[map] = net.at(7, rows[map]).conv(32, 3, Conv.SAME.activation("linear"), maps.get(map));
        }
        net.at(8, 3.2).add("ssd_output", "shapes", Map.of("classes", 3, "smallest", 0.2, "largest", 0.45), said);
        return net.trainedOn(
                SampleProjects.sample("shapes"),
                0.004,
                SampleProjects.falling(SampleProjects.plan(12, 16, new Split(0.1, 0.1)), 0.85)
                        .withObjective(Objective.DETECTION));
    }

    /**
     * Ronneberger, Fischer, Brox, U-Net (2015), in small: with two poolings instead of four, a fourth of the filters, padding, and batch normalization behind each pair
     * of convolutions, which came later. Its way up is as in the paper, upsampling and a convolution of 2×2.
     */
    static Document uNet() {
        NetworkDraft net = new NetworkDraft();
        net.frame("Way down: half the size each time, and twice the filters", 0, 0, 8, 5);
        net.frame("Way up: twice the size each time, with what the shortcuts bring from the same height", 8, 0, 10, 4);
        net.frame("A class for each pixel", 18, 0, 2, 1);
        net.input(64, 64, 3);
        String[] levels = new String[2];
        for (int level = 0; level < 2; level++) {
            net.at(level == 0 ? 1 : 3, 2 * level);
            levels[level] = twice(net, 16 << level);
            net.at(net.column() - 1, 2 * level + 1).pool("max", 2, 2);
        }
        net.at(5, 4);
        twice(net, 64);
        for (int level = 1; level >= 0; level--) {
            double column = net.column();
            net.at(column, 2 * level + 1).add("upsampling2d", "up", Map.of());
            String grown = net.at(column + 1, 2 * level + 1).conv(16 << level, 2, Conv.SAME.activation("linear"));
            net.at(column + 1, 2 * level).concat(levels[level], grown);
            twice(net, 16 << level);
        }
        net.conv(4, 1, Conv.SAME.activation("linear"));
        net.add("pixel_output", "mask", Map.of());
        return net.trainedOn(
                SampleProjects.sample("shapes_masks"),
                0.005,
                SampleProjects.falling(SampleProjects.plan(8, 16, new Split(0.1, 0.1)), 0.7)
                        .withObjective(Objective.SEGMENTATION));
    }

    private static String twice(NetworkDraft net, int filters) {
        net.conv(filters, 3, Conv.SAME);
        net.conv(filters, 3, Conv.SAME);
        return net.norm();
    }

    static Document squeezeNet() {
        NetworkDraft net = digits();
        net.conv(16, 3, Conv.SAME.stride(2));
        ImageNetProjects.fire(net, 8);
        net.pool("max", 2, 2);
        net.down(2);
        ImageNetProjects.fire(net, 8);
        ImageNetProjects.fire(net, 12);
        net.down(2);
        net.conv(10, 1, Conv.SAME.activation("linear"));
        net.mean();
        net.add("loss_output", "class", Map.of());
        return trained(net, 0.003, 5);
    }

    /** Half the size twice instead of five times. */
    static Document mobileNet() {
        NetworkDraft net = digits();
        net.conv(16, 3, Conv.BARE.stride(2));
        net.normRelu();
        net.down(1);
        for (int[] block : new int[][] {{32, 1}, {64, 2}, {64, 1}}) {
            ImageNetProjects.depthwiseThenPointwise(net, block[0], block[1]);
            net.down(1);
        }
        net.mean();
        return settled(net.classes(10));
    }

    /** Two dense blocks of three layers instead of four of up to 24. */
    static Document denseNet() {
        NetworkDraft net = digits();
        net.conv(16, 3, Conv.BARE.stride(2));
        net.down(1);
        for (int block = 0; block < 2; block++) {
            for (int layer = 0; layer < 3; layer++) {
                ImageNetProjects.growing(net, 8);
                net.down(1);
            }
            net.normRelu();
            if (block == 0) {
                net.conv(20, 1, Conv.BARE);
                net.pool("avg", 2, 2);
                net.down(1);
            }
        }
        net.mean();
        return settled(net.classes(10));
    }
}
