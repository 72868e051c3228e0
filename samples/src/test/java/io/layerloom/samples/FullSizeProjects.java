package io.layerloom.samples;

import static java.util.Map.entry;

import io.layerloom.graph.Block;
import io.layerloom.graph.BlockEdits;
import io.layerloom.graph.Document;
import io.layerloom.graph.Edits;
import io.layerloom.graph.NodeId;
import io.layerloom.nodes.NodeLibrary;
import io.layerloom.samples.NetworkDraft.Conv;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Well-known networks as published: those that tell ImageNet's classes apart ({@link ImageNetProjects}), find objects, divide pictures, or read texts. */
final class FullSizeProjects {

    static final Map<String, Supplier<Document>> ALL = Map.ofEntries(
            entry("alexnet-imagenet", ImageNetProjects::alexNet),
            entry("vgg16-imagenet", ImageNetProjects::vgg16),
            entry("googlenet-imagenet", ImageNetProjects::googLeNet),
            entry("resnet18-imagenet", ImageNetProjects::resNet18),
            entry("resnet50-imagenet", ImageNetProjects::resNet50),
            entry("mobilenet-imagenet", ImageNetProjects::mobileNet),
            entry("densenet121-imagenet", ImageNetProjects::denseNet121),
            entry("squeezenet-imagenet", ImageNetProjects::squeezeNet),
            entry("yolo-tiny-voc", FullSizeProjects::tinyYolo),
            entry("faster-rcnn-voc", FullSizeProjects::fasterRcnn),
            entry("ssd300-coco", FullSizeProjects::ssd300),
            entry("unet", FullSizeProjects::uNet),
            entry("bert-base", FullSizeProjects::bertBase),
            entry("gpt-1", FullSizeProjects::gpt));

    private FullSizeProjects() {}

    /** For single texts, so that there are no segments to tell apart, with the end that it gets to tell two classes apart: a dense layer and an output behind the first token. */
    private static Document bertBase() {
        NetworkDraft net = new NetworkDraft();
        net.add("input", "text", Map.of("kind", "tokens", "steps", 512, "vocabulary", 30_522));
        net.add("embedding", "embedding", Map.of("size", 768));
        net.add("positional_encoding", "places", Map.of("kind", "learned"));
        net.add("layer_norm", "norm", Map.of("epsilon", 1e-12));
        net.add("dropout", "dropout", Map.of("rate", 0.1));
        Map<String, Object> block = Map.of(
                "heads",
                12,
                "feedForward",
                3072,
                "norm",
                "behind",
                "dropout",
                0.1,
                "attentionDropout",
                0.1,
                "epsilon",
                1e-12);
        String layer = net.add("transformer_encoder", "layer", block);
        net.down(1).add("cropping1d", "first_token", Map.of("front", 0, "back", 511));
        net.add("last_step", "as_vector", Map.of());
        net.dense(768, "tanh");
        net.dropout(0.1);
        return repeated(net.classes(2).drawn(), layer, 12, "encoder");
    }

    /** Radford, Narasimhan, Salimans, Sutskever (2018), but that the output has weights of its own, where theirs takes those of the embedding. */
    private static Document gpt() {
        int vocabulary = 40_478;
        NetworkDraft net = new NetworkDraft();
        net.add("input", "text", Map.of("kind", "tokens", "steps", 512, "vocabulary", vocabulary));
        net.add("embedding", "embedding", Map.of("size", 768));
        net.add("positional_encoding", "places", Map.of("kind", "learned"));
        net.add("dropout", "dropout", Map.of("rate", 0.1));
        Map<String, Object> block = Map.of(
                "heads",
                12,
                "feedForward",
                3072,
                "causal",
                true,
                "norm",
                "behind",
                "dropout",
                0.1,
                "attentionDropout",
                0.1);
        String layer = net.add("transformer_encoder", "layer", block);
        net.down(1).add("token_output", "next", Map.of("units", vocabulary));
        return repeated(net.drawn(), layer, 12, "decoder");
    }

    /** A layer as a block of some name that stands in a row so often. */
    private static Document repeated(Document drawn, String layer, int times, String blockName) {
        NodeId one = drawn.graph().named(layer).orElseThrow().id();
        NodeId block = drawn.graph().freshId();
        Document made =
                BlockEdits.make(List.of(one), block, NodeLibrary.CATALOG).apply(drawn);
        String name = made.graph().node(block).block().orElseThrow().name();
        Document named = BlockEdits.rename(name, blockName).apply(made);
        return Edits.set(block, Block.REPEAT, times)
                .apply(Edits.rename(block, blockName + "s").apply(named));
    }

    /** As darknet's configuration for the 20 classes of PASCAL VOC has it, but that its leaky ReLU keeps a tenth of what is below zero, and the one here a hundredth. */
    private static Document tinyYolo() {
        NetworkDraft net = ImageNetProjects.pictures(416);
        for (int filters : new int[] {16, 32, 64, 128, 256}) {
            darknet(net, filters);
            net.pool("max", 2, 2);
            net.down(1);
        }
        darknet(net, 512);
        net.poolPadded("max", 2, 1, "same");
        net.down(1);
        darknet(net, 1024);
        darknet(net, 1024);
        net.down(1).conv(125, 1, Conv.SAME.activation("linear"));
        net.add(
                "yolo_output",
                "objects",
                Map.of(
                        "anchors",
                        "1.08,1.19; 3.42,4.41; 6.63,11.38; 9.42,5.11; 16.62,10.52",
                        "classes",
                        20,
                        "coordinates",
                        1.0,
                        "noObject",
                        1.0));
        return net.drawn();
    }

    /**
     * Ren, He, Girshick, Sun, Faster R-CNN (2015), with VGG-16, for the 20 classes of PASCAL VOC. Its anchors cover 128², 256² and 512² pixels, each as a square and twice as high or wide. Here each
     * anchor has one objectness where the paper has two scores, regions have one box for all classes where it has one for each, and RoI align takes the place of pooling.
     */
    private static Document fasterRcnn() {
        String anchors =
                "8,8; 5.66,11.31; 11.31,5.66; 16,16; 11.31,22.63; 22.63,11.31; 32,32; 22.63,45.25; 45.25,22.63";
        NetworkDraft net = new NetworkDraft();
        net.frame("VGG-16: a map with a sixteenth of the height and width", 0, 0, 4, 5);
        net.frame("Region proposal network: where may objects be?", 0, 5.2, 3, 1);
        net.frame("Head: what is in each region, and where exactly?", 0, 6.6, 7, 1);
        net.input(600, 1000, 3);
        ImageNetProjects.vggConvolutions(net);
        String features = net.tip();
        net.at(0, 5.2).conv(512, 3, Conv.SAME);
        String said = net.conv(45, 1, Conv.SAME.activation("linear"));
        String regions = net.add("region_proposals", "regions", Map.of("anchors", anchors, "regions", 300));
        net.at(0, 6.6).add("roi_align", "each_region", Map.of("bins", 7), features, regions);
        for (int layer = 0; layer < 2; layer++) {
            net.add("step_dense", "dense", Map.of("units", 4096));
            net.dropout(0.5);
        }
        String head = net.add("step_dense", "class_and_box", Map.of("units", 25, "activation", "linear"));
        net.add("regions_output", "objects", Map.of("anchors", anchors, "classes", 20), said, regions, head);
        return net.drawn();
    }

    /** A convolution of 3×3 as darknet has it. */
    static void darknet(NetworkDraft net, int filters) {
        net.conv(filters, 3, Conv.BARE);
        net.norm();
        net.add("activation", "leaky", Map.of("activation", "leaky_relu"));
    }

    /**
     * As torchvision has it for the 90 classes of COCO, with the scales that the authors' program takes there. One convolution per map says both classes and offsets, where the paper has two side by side: the
     * weights are the same, and as many.
     */
    private static Document ssd300() {
        NetworkDraft net = ImageNetProjects.pictures(300);
        int[][] stages = {{64, 2}, {128, 2}, {256, 3}, {512, 3}, {512, 3}};
        List<String> maps = new ArrayList<>();
        for (int stage = 0; stage < stages.length; stage++) {
            for (int layer = 0; layer < stages[stage][1]; layer++) {
                net.conv(stages[stage][0], 3, Conv.SAME);
            }
            if (stage == 3) {
                maps.add(net.tip());
            }
            boolean last = stage == stages.length - 1;
            // The pooling of 75 rows keeps the last one, and the last pooling keeps the size.
            net.poolPadded("max", last ? 3 : 2, last ? 1 : 2, "same");
            net.at(1, net.row() + 1);
        }
        Map<String, Object> dilated = Conv.SAME.with("filters", 1024, 3);
        dilated.put("dilation", List.of(6, 6));
        net.add("conv2d", "conv", dilated);
        maps.add(net.conv(1024, 1, Conv.SAME));
        int[] extras = {512, 256, 256, 256};
        for (int extra = 0; extra < extras.length; extra++) {
            net.at(1, net.row() + 1).conv(extras[extra] / 2, 1, Conv.SAME);
            maps.add(net.conv(extras[extra], 3, extra < 2 ? Conv.SAME.stride(2).border(1) : Conv.VALID));
        }
        return found(net, maps).drawn();
    }

    /** What the maps say; the first one, which is much larger in its numbers than the others, is brought to length 20 first. */
    private static NetworkDraft found(NetworkDraft net, List<String> maps) {
        net.at(5, 3).add("l2_normalize", "length", Map.of("epsilon", 1e-12), maps.get(0));
        Map<String, Object> scaled = new HashMap<>(Conv.BARE.with("depthMultiplier", 1, 1));
        scaled.put("firstWeights", "typed");
        scaled.put("typedWeights", List.of(List.of(20.0)));
        maps.set(0, net.add("depthwise_conv2d", "scale", scaled));
        int[] boxes = {4, 6, 6, 6, 4, 4};
        String[] said = new String[boxes.length];
        for (int map = 0; map < boxes.length; map++) {
            net.at(7, map == 0 ? 3 : 4 + map);
            said[map] = net.conv(boxes[map] * (1 + 90 + 4), 3, Conv.SAME.activation("linear"), maps.get(map));
        }
        net.at(8, 6)
                .add(
                        "ssd_output",
                        "objects",
                        Map.of(
                                "ratios",
                                "2; 2,3; 2,3; 2,3; 2; 2",
                                "classes",
                                90,
                                "smallest",
                                0.15,
                                "largest",
                                0.87,
                                "firstScale",
                                0.07),
                        said);
        return net;
    }

    /** One grey picture in, two maps out, each smaller by the borders that the convolutions lose. */
    private static Document uNet() {
        NetworkDraft net = new NetworkDraft();
        net.input(572, 572, 1);
        String[] levels = new String[4];
        for (int level = 0; level < 4; level++) {
            net.at(level + 1, 2 * level);
            levels[level] = twice(net, 64 << level);
            net.at(level + 2, 2 * level + 1).pool("max", 2, 2);
        }
        net.at(5, 8);
        twice(net, 1024);
        int[] cropped = {88, 40, 16, 4};
        for (int level = 3; level >= 0; level--) {
            double column = 7 + (3 - level) * 3;
            net.at(column, 2 * level + 1);
            String up = net.add(
                    "conv_transpose2d",
                    "up",
                    Map.of(
                            "filters",
                            64 << level,
                            "kernel",
                            List.of(2, 2),
                            "stride",
                            List.of(2, 2),
                            "activation",
                            "linear"));
            int side = cropped[level];
            String same = net.at(column, 2 * level)
                    .add(
                            "cropping2d",
                            "crop",
                            Map.of("top", side, "bottom", side, "left", side, "right", side),
                            levels[level]);
            net.at(column + 1, 2 * level).concat(same, up);
            twice(net, 64 << level);
        }
        net.conv(2, 1, Conv.VALID.activation("linear"));
        net.add("pixel_output", "mask", Map.of());
        return net.drawn();
    }

    private static String twice(NetworkDraft net, int filters) {
        net.conv(filters, 3, Conv.VALID);
        return net.conv(filters, 3, Conv.VALID);
    }
}
