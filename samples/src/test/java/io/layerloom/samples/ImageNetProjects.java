package io.layerloom.samples;

import io.layerloom.graph.Document;
import io.layerloom.samples.NetworkDraft.Conv;
import java.util.List;
import java.util.Map;

/** Well-known networks as published for pictures of ImageNet's 1,000 classes, and the blocks that they consist of. */
final class ImageNetProjects {

    private static final int CLASSES = 1000;

    /** Room for the title of the next stage, in rows. */
    private static final double BETWEEN_STAGES = 0.5;

    private ImageNetProjects() {}

    /** Begins with pictures of so many pixels squared, in colour. */
    static NetworkDraft pictures(int side) {
        NetworkDraft net = new NetworkDraft();
        net.input(side, side, 3);
        return net;
    }

    /** In one column, as Krizhevsky had it in 2014. */
    static Document alexNet() {
        NetworkDraft net = pictures(224);
        net.conv(64, 11, Conv.VALID.stride(4).border(2));
        net.pool("max", 3, 2);
        net.conv(192, 5, Conv.SAME);
        net.pool("max", 3, 2);
        net.conv(384, 3, Conv.SAME);
        net.conv(256, 3, Conv.SAME);
        net.conv(256, 3, Conv.SAME);
        net.down(1).pool("max", 3, 2);
        net.flatten();
        for (int layer = 0; layer < 2; layer++) {
            net.dropout(0.5);
            net.dense(4096, "relu");
        }
        return net.classes(CLASSES).drawn();
    }

    static Document vgg16() {
        NetworkDraft net = pictures(224);
        vggConvolutions(net);
        net.pool("max", 2, 2);
        net.down(1).flatten();
        for (int layer = 0; layer < 2; layer++) {
            net.dense(4096, "relu");
            net.dropout(0.5);
        }
        return net.classes(CLASSES).drawn();
    }

    /** The thirteen convolutions of VGG-16, with the poolings between their stages. */
    static void vggConvolutions(NetworkDraft net) {
        int[][] stages = {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}};
        for (int stage = 0; stage < stages.length; stage++) {
            if (stage > 0) {
                net.pool("max", 2, 2);
                net.down(1);
            }
            for (int layer = 0; layer < stages[stage][1]; layer++) {
                net.conv(stages[stage][0], 3, Conv.SAME);
            }
        }
    }

    static Document googLeNet() {
        NetworkDraft net = pictures(224);
        net.conv(64, 7, Conv.SAME.stride(2));
        net.poolPadded("max", 3, 2, "same");
        net.add("lrn", "lrn", Map.of());
        net.conv(64, 1, Conv.SAME);
        net.conv(192, 3, Conv.SAME);
        net.add("lrn", "lrn", Map.of());
        net.poolPadded("max", 3, 2, "same");
        List<int[]> modules = List.of(
                new int[] {64, 96, 128, 16, 32, 32},
                new int[] {128, 128, 192, 32, 96, 64},
                new int[] {},
                new int[] {192, 96, 208, 16, 48, 64},
                new int[] {160, 112, 224, 24, 64, 64},
                new int[] {128, 128, 256, 24, 64, 64},
                new int[] {112, 144, 288, 32, 64, 64},
                new int[] {256, 160, 320, 32, 128, 128},
                new int[] {},
                new int[] {256, 160, 320, 32, 128, 128},
                new int[] {384, 192, 384, 48, 128, 128});
        net.down(1);
        int inRow = 0;
        for (int[] filters : modules) {
            if (filters.length == 0) {
                net.poolPadded("max", 3, 2, "same");
                continue;
            }
            inception(net, filters);
            inRow++;
            if (inRow % 3 == 0) {
                net.down(4);
            }
        }
        net.mean();
        net.dropout(0.4);
        return net.classes(CLASSES).drawn();
    }

    /**
     * Four ways side by side.
     *
     * @param filters of the 1×1, of the narrow and the wide half of 3×3 and of 5×5, and of the 1×1 behind the pooling
     */
    static void inception(NetworkDraft net, int... filters) {
        String in = net.tip();
        double column = net.column();
        double row = net.row();
        String one = net.at(column + 1, row).conv(filters[0], 1, Conv.SAME, in);
        net.at(column, row + 1).conv(filters[1], 1, Conv.SAME, in);
        String three = net.conv(filters[2], 3, Conv.SAME);
        net.at(column, row + 2).conv(filters[3], 1, Conv.SAME, in);
        String five = net.conv(filters[4], 5, Conv.SAME);
        net.at(column, row + 3).poolPadded("max", 3, 1, "same", in);
        String pooled = net.conv(filters[5], 1, Conv.SAME);
        net.at(column + 2, row).concat(one, three, five, pooled);
    }

    static Document resNet18() {
        NetworkDraft net = residualStem();
        for (int stage = 0; stage < 4; stage++) {
            double first = net.row();
            for (int block = 0; block < 2; block++) {
                int stride = stage > 0 && block == 0 ? 2 : 1;
                basic(net, 64 << stage, stride, stride == 2);
            }
            stage(net, residualStage(stage, 2), first, 7);
        }
        net.mean();
        return net.classes(CLASSES).drawn();
    }

    static Document resNet50() {
        NetworkDraft net = residualStem();
        int[] blocks = {3, 4, 6, 3};
        for (int stage = 0; stage < 4; stage++) {
            double first = net.row();
            for (int block = 0; block < blocks[stage]; block++) {
                bottleneck(net, 64 << stage, stage > 0 && block == 0 ? 2 : 1, block == 0);
            }
            stage(net, residualStage(stage, blocks[stage]), first, 10);
        }
        net.mean();
        return net.classes(CLASSES).drawn();
    }

    private static NetworkDraft residualStem() {
        NetworkDraft net = pictures(224);
        net.conv(64, 7, Conv.BARE.stride(2).border(3));
        net.normRelu();
        net.poolPadded("max", 3, 2, "explicit");
        net.down(1);
        stage(net, "conv1 and pooling: maps of 56×56", 0, 5);
        return net;
    }

    /** As the table of the paper names the stages. */
    private static String residualStage(int stage, int blocks) {
        int side = 56 >> stage;
        return "conv%d_x: %d blocks, maps of %d×%d".formatted(stage + 2, blocks, side, side);
    }

    /** A titled box around all rows from the first of a stage on, and room below it. */
    private static void stage(NetworkDraft net, String title, double firstRow, int columns) {
        net.frame(title, 0, firstRow, columns, net.row() - firstRow);
        net.down(BETWEEN_STAGES);
    }

    /** Two 3×3 convolutions and a shortcut, which is projected where the shape changes. */
    private static void basic(NetworkDraft net, int filters, int stride, boolean projected) {
        String in = net.tip();
        net.conv(filters, 3, Conv.BARE.stride(stride).border(1));
        net.normRelu();
        net.conv(filters, 3, Conv.BARE.border(1));
        String way = net.norm();
        close(net, in, way, projected, filters, stride);
    }

    /** 1×1 narrow, 3×3, 1×1 wide, and a shortcut. */
    private static void bottleneck(NetworkDraft net, int filters, int stride, boolean projected) {
        String in = net.tip();
        net.conv(filters, 1, Conv.BARE);
        net.normRelu();
        net.conv(filters, 3, Conv.BARE.stride(stride).border(1));
        net.normRelu();
        net.conv(4 * filters, 1, Conv.BARE);
        String way = net.norm();
        close(net, in, way, projected, 4 * filters, stride);
    }

    private static void close(NetworkDraft net, String in, String way, boolean projected, int filters, int stride) {
        double column = net.column();
        double row = net.row();
        String shortcut = in;
        if (projected) {
            net.at(1, row + 1).conv(filters, 1, Conv.BARE.stride(stride), in);
            shortcut = net.norm();
        }
        net.at(column, row).add("add", "add", Map.of(), way, shortcut);
        net.relu();
        net.down(projected ? 2 : 1);
    }

    static Document mobileNet() {
        NetworkDraft net = pictures(224);
        net.conv(32, 3, Conv.BARE.stride(2));
        net.normRelu();
        net.down(1);
        int[][] blocks = {
            {64, 1}, {128, 2}, {128, 1}, {256, 2}, {256, 1}, {512, 2}, {512, 1}, {512, 1}, {512, 1}, {512, 1}, {512, 1},
            {1024, 2}, {1024, 1}
        };
        for (int[] block : blocks) {
            depthwiseThenPointwise(net, block[0], block[1]);
            net.down(1);
        }
        net.mean();
        return net.classes(CLASSES).drawn();
    }

    static void depthwiseThenPointwise(NetworkDraft net, int filters, int stride) {
        net.depthwise(3, Conv.BARE.stride(stride));
        net.normRelu();
        net.conv(filters, 1, Conv.BARE);
        net.normRelu();
    }

    static Document denseNet121() {
        NetworkDraft net = residualStem();
        int[] blocks = {6, 12, 24, 16};
        int channels = 64;
        for (int stage = 0; stage < 4; stage++) {
            double first = net.row();
            for (int layer = 0; layer < blocks[stage]; layer++) {
                growing(net, 32);
                net.down(1);
            }
            stage(
                    net,
                    "Dense block %d: %d layers, each adds 32 channels".formatted(stage + 1, blocks[stage]),
                    first,
                    7);
            channels += 32 * blocks[stage];
            if (stage < 3) {
                channels /= 2;
                net.normRelu();
                net.conv(channels, 1, Conv.BARE);
                net.pool("avg", 2, 2);
                net.down(1);
            }
        }
        net.normRelu();
        net.mean();
        return net.classes(CLASSES).drawn();
    }

    /** A layer that adds channels to all that were there before. */
    static void growing(NetworkDraft net, int growth) {
        String in = net.tip();
        net.normRelu();
        net.conv(4 * growth, 1, Conv.BARE);
        net.normRelu();
        String found = net.conv(growth, 3, Conv.BARE);
        net.concat(in, found);
    }

    static Document squeezeNet() {
        NetworkDraft net = pictures(224);
        net.conv(96, 7, Conv.VALID.stride(2));
        net.pool("max", 3, 2);
        for (int squeezed : new int[] {16, 16, 32}) {
            fire(net, squeezed);
        }
        net.poolPadded("max", 3, 2, "same");
        net.down(2);
        for (int squeezed : new int[] {32, 48, 48, 64}) {
            fire(net, squeezed);
        }
        net.down(2);
        net.poolPadded("max", 3, 2, "same");
        fire(net, 64);
        net.dropout(0.5);
        net.conv(CLASSES, 1, Conv.SAME);
        net.mean();
        net.add("loss_output", "class", Map.of());
        return net.drawn();
    }

    /** A narrow 1×1 convolution, then 1×1 and 3×3 side by side, each four times as wide. */
    static void fire(NetworkDraft net, int squeezed) {
        String narrow = net.conv(squeezed, 1, Conv.SAME);
        double column = net.column();
        double row = net.row();
        String one = net.conv(4 * squeezed, 1, Conv.SAME, narrow);
        String three = net.at(column, row + 1).conv(4 * squeezed, 3, Conv.SAME, narrow);
        net.at(column + 1, row).concat(one, three);
    }
}
