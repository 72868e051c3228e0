package io.layerloom.samples;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The catalogue of the sample projects. A new sample is one entry here, one project file and one picture; a network in its full size needs no picture.
 */
public final class Samples {
    private static final List<Sample> ALL = List.of(
            new Sample(
                    "mnist-mlp",
                    "Digits with dense layers",
                    "The first network that most people train: every pixel feeds 128 neurons, and those feed one output"
                            + " for each digit.",
                    "mnist",
                    List.of("image", "classification", "dense", "beginner")),
            new Sample(
                    "mnist-cnn",
                    "Digits with convolutions",
                    "Two convolutions with pooling find strokes wherever they lie, and make far fewer mistakes than"
                            + " the dense network.",
                    "mnist",
                    List.of("image", "classification", "convolution", "pooling")),
            new Sample(
                    "mnist-residual",
                    "Digits with shortcuts",
                    "A small residual network: one shortcut adds, another concatenates; batch normalization and global"
                            + " pooling take the place of large dense layers.",
                    "mnist",
                    List.of("image", "classification", "resnet", "residual", "batch normalization", "branches")),
            new Sample(
                    "lenet",
                    "LeNet-5",
                    "The network that read cheques in the nineties: two convolutions with average pooling, three dense"
                            + " layers, tanh everywhere.",
                    "mnist",
                    List.of("image", "classification", "convolution", "lenet", "classic")),
            new Sample(
                    "mnist-layerwise",
                    "Digits, layer by layer",
                    "Eight layers of sigmoids hardly move when all learn at once. Each first learns alone, without labels, to give back"
                            + " what comes in, as in 2006 and 2007. Train with and without it, and compare.",
                    "mnist",
                    List.of(
                            "image",
                            "classification",
                            "dense",
                            "pre-training",
                            "unsupervised",
                            "classic",
                            "stacked autoencoder")),
            new Sample(
                    "mnist-alexnet",
                    "Digits with a small AlexNet",
                    "The plan of the network that won ImageNet in 2012: channels that hold each other down, poolings that overlap, ReLU"
                            + " everywhere, and dropout in front of the dense layers.",
                    "mnist",
                    List.of("image", "classification", "convolution", "alexnet", "dropout", "classic")),
            new Sample(
                    "mnist-vgg",
                    "Digits with a small VGG",
                    "Convolutions of 3×3 two by two, with a pooling behind each pair: the plan of VGG-16 at a fraction of"
                            + " its size.",
                    "mnist",
                    List.of("image", "classification", "convolution", "vgg")),
            new Sample(
                    "mnist-inception",
                    "Digits with a small GoogLeNet",
                    "Inception modules look with windows of three sizes at once, and concatenate what they find.",
                    "mnist",
                    List.of("image", "classification", "inception", "googlenet", "branches")),
            new Sample(
                    "mnist-squeezenet",
                    "Digits with a small SqueezeNet",
                    "Fire modules squeeze the channels before they widen them again, and the end has no dense layer: few"
                            + " weights, little lost.",
                    "mnist",
                    List.of("image", "classification", "squeezenet", "few parameters")),
            new Sample(
                    "mnist-mobilenet",
                    "Digits with a small MobileNet",
                    "Each convolution in two steps: one looks at every channel by itself, the next mixes the channels. Nearly as good, at"
                            + " a fraction of the work.",
                    "mnist",
                    List.of("image", "classification", "mobilenet", "depthwise", "few parameters")),
            new Sample(
                    "mnist-densenet",
                    "Digits with a small DenseNet",
                    "Every layer sees what all layers before it found, and adds a few channels of its own.",
                    "mnist",
                    List.of("image", "classification", "densenet", "shortcuts")),
            new Sample(
                    "mnist-capsules",
                    "Digits with capsules",
                    "Sabour, Frosst and Hinton's groups of numbers: the direction of a capsule says how a digit looks,"
                            + " its length how surely it is there, and routing settles who hears whom.",
                    "mnist",
                    List.of("image", "classification", "capsules", "convolution", "routing")),
            new Sample(
                    "mnist-filters",
                    "Filters by hand",
                    "Four kernels that nobody learned: edges across and down, all edges, and a blur, typed by hand and frozen. The layer"
                            + " tab shows every number that they make of a digit.",
                    "mnist",
                    List.of("image", "classification", "convolution", "fixed weights", "frozen")),
            new Sample(
                    "mnist-low",
                    "Transfer learning, first step",
                    "Learns the digits from 0 to 4. Train it first: what its convolutions learn of strokes helps to read the other"
                            + " digits.",
                    "mnist",
                    List.of("image", "classification", "convolution", "transfer learning")),
            new Sample(
                    "mnist-transfer",
                    "Transfer learning, second step",
                    "Ten pictures of each digit from 5 to 9: it starts from the first step, keeps its convolutions frozen, and"
                            + " learns only a new end.",
                    "mnist",
                    List.of("image", "classification", "convolution", "transfer learning", "frozen")),
            new Sample(
                    "mnist-siamese",
                    "Are two digits the same?",
                    "A Siamese network, as Bromley and others made it for signatures: twins with the same weights look at two digits, and"
                            + " the difference of what they find says whether both are the same.",
                    "mnist",
                    List.of("image", "comparison", "siamese", "shared weights", "convolution")),
            new Sample(
                    "mnist-autoencoder",
                    "Digits through a bottleneck",
                    "As Hinton and Salakhutdinov did it: 24 numbers are all that gets through the middle, and the whole digit comes"
                            + " back from them. With Gaussian noise behind the input it learns to denoise.",
                    "mnist",
                    List.of("image", "autoencoder", "unsupervised", "dense")),
            new Sample(
                    "shapes-yolo",
                    "Finding shapes with a small YOLO",
                    "Looks once at a picture and says where circles, squares and triangles are: each cell of a grid foretells"
                            + " three boxes, as in Tiny-YOLO.",
                    "shapes",
                    List.of("image", "detection", "yolo", "boxes", "convolution")),
            new Sample(
                    "shapes-ssd",
                    "Finding shapes with a small SSD",
                    "Three maps of 16×16, 8×8 and 4×4 cells look for small and large objects at once, as Liu and others made it:"
                            + " each cell says what its boxes hold.",
                    "shapes",
                    List.of("image", "detection", "ssd", "boxes", "convolution")),
            new Sample(
                    "shapes-rcnn",
                    "Finding shapes with a Faster R-CNN",
                    "Looks twice, as Ren, He, Girshick and Sun made it: a region proposal network says where something may be,"
                            + " and a head says what it is and where exactly.",
                    "shapes",
                    List.of("image", "detection", "faster r-cnn", "regions", "boxes", "convolution")),
            new Sample(
                    "shapes-unet",
                    "Cutting shapes out with a small U-Net",
                    "Says of each pixel whether it belongs to a circle, a square, a triangle or none: narrow and deep on the way down,"
                            + " and sharp again by shortcuts on the way up, as Ronneberger, Fischer and Brox made it.",
                    "shapes",
                    List.of("image", "segmentation", "u-net", "unet", "masks", "convolution")),
            new Sample(
                    "shapes-questions",
                    "Questions about a picture",
                    "A picture and a question enter at two places: is there a red circle? Neither alone tells the answer; what is seen is multiplied"
                            + " with what is asked, as Antol and others did it.",
                    "questions",
                    List.of("image", "table", "classification", "multi-modal", "question answering")),
            new Sample(
                    "mnist-vae",
                    "Digits as distributions",
                    "A variational autoencoder, as Kingma and Welling made it: each digit becomes a small cloud of codes, and all"
                            + " clouds together fill the space around zero.",
                    "mnist",
                    List.of("image", "vae", "autoencoder", "variational", "unsupervised", "sampling")),
            new Sample(
                    "mnist-gan",
                    "Digits out of nothing",
                    "One network makes digits of random numbers, one tells them from real ones (Goodfellow and others). Smoothed"
                            + " labels, two learning rates and a bounded spectral norm keep them in balance.",
                    "mnist",
                    List.of("image", "generative", "adversarial", "gan", "unsupervised")),
            new Sample(
                    "text-lstm",
                    "Feeling of Chinese sentences",
                    "An LSTM reads a Chinese review character by character and says whether the writer was pleased.",
                    "sentiment",
                    List.of("text", "classification", "lstm", "embedding", "chinese")),
            new Sample(
                    "text-rnn-en",
                    "Feeling of English sentences",
                    "The simplest recurrent layer reads an English review word by word; compare it with the LSTM.",
                    "sentiment",
                    List.of("text", "classification", "rnn", "embedding", "english")),
            new Sample(
                    "text-cnn",
                    "Sentences with convolutions",
                    "Kernels three words wide look for telling phrases anywhere in an English review; the strongest match"
                            + " of each counts.",
                    "sentiment",
                    List.of("text", "classification", "convolution", "embedding", "english")),
            new Sample(
                    "text-bigru-en",
                    "English sentences, read both ways",
                    "A bidirectional GRU reads an English review from beginning to end and from end to beginning, so that a"
                            + " \"not\" counts wherever it stands.",
                    "sentiment",
                    List.of("text", "classification", "gru", "bidirectional", "embedding", "english")),
            new Sample(
                    "text-transformer",
                    "Transformer on Chinese sentences",
                    "A small Transformer encoder, as in BERT: each character looks at all others, through four heads in"
                            + " two blocks, and the mean of what they found says whether the writer was pleased.",
                    "sentiment",
                    List.of("text", "classification", "transformer", "attention", "embedding", "chinese")),
            new Sample(
                    "gpt-chars",
                    "A small GPT that writes fables",
                    "Two causal Transformer blocks learn, character by character, what comes next in little fables; after each"
                            + " epoch the network writes one of its own.",
                    "fables",
                    List.of("text", "generation", "next token", "gpt", "transformer", "embedding", "english")),
            new Sample(
                    "text-pretraining",
                    "Pre-training on English sentences",
                    "Hides words of English reviews and restores them, without any label. Train it first; fine-tuning goes on with"
                            + " what it knows of words.",
                    "sentiment",
                    List.of("text", "pre-training", "masked tokens", "transformer", "english")),
            new Sample(
                    "text-finetuning",
                    "Fine-tuning on English sentences",
                    "Starts from the pre-trained network, and learns from labels who was pleased. With so few texts it is surer,"
                            + " but hardly more often right.",
                    "sentiment",
                    List.of("text", "classification", "fine-tuning", "transformer", "english")),
            new Sample(
                    "text-bert",
                    "A small BERT that fills gaps",
                    "Two Transformer blocks, as Devlin and others made BERT of: one word in seven is hidden from them, and all others,"
                            + " before and behind it, tell which it was.",
                    "fables",
                    List.of("text", "masked tokens", "bert", "transformer", "attention", "embedding", "english")),
            new Sample(
                    "dates-seq2seq",
                    "Dates by an encoder and a decoder",
                    "Turns dates as people write them into those of ISO 8601, sign by sign: a decoder writes, and looks at the signs"
                            + " that an encoder has read, as Bahdanau, Cho and Bengio let it.",
                    "dates",
                    List.of("text", "seq2seq", "encoder", "decoder", "attention", "gru", "translation", "english")),
            new Sample(
                    "iris-mlp",
                    "Iris species from a table",
                    "Four measurements of a flower, three species, 150 rows: trains in a few seconds.",
                    "iris",
                    List.of("table", "classification", "dense", "beginner")));

    private static final List<Sample> FULL_SIZE = List.of(
            full("alexnet-imagenet", "AlexNet", "Krizhevsky, One weird trick for parallelizing convolutional networks"),
            full("vgg16-imagenet", "VGG-16", "Simonyan, Zisserman, Very deep convolutional networks"),
            full("googlenet-imagenet", "GoogLeNet", "Szegedy et al., Going deeper with convolutions"),
            full("resnet18-imagenet", "ResNet-18", "He, Zhang, Ren, Sun, Deep residual learning"),
            full("resnet50-imagenet", "ResNet-50", "He, Zhang, Ren, Sun, Deep residual learning"),
            full("mobilenet-imagenet", "MobileNet v1", "Howard et al., MobileNets"),
            full("densenet121-imagenet", "DenseNet-121", "Huang, Liu, van der Maaten, Weinberger, DenseNet"),
            full("squeezenet-imagenet", "SqueezeNet 1.0", "Iandola et al., SqueezeNet"),
            full("yolo-tiny-voc", "Tiny YOLO v2", "Redmon, Farhadi, YOLO9000: Better, faster, stronger"),
            full("faster-rcnn-voc", "Faster R-CNN", "Ren, He, Girshick, Sun, Faster R-CNN"),
            full("ssd300-coco", "SSD300", "Liu et al., SSD: single shot multibox detector"),
            full("unet", "U-Net", "Ronneberger, Fischer, Brox, U-Net"),
            full("text", "bert-base", "BERT base", "Devlin, Chang, Lee, Toutanova, BERT"),
            full(
                    "text",
                    "gpt-1",
                    "GPT",
                    "Radford, Narasimhan, Salimans, Sutskever, Improving language understanding by generative pre-training"));

    private Samples() {}

    private static Sample full(String id, String title, String paper) {
        return full("image", id, title, paper);
    }

    private static Sample full(String kind, String id, String title, String paper) {
        return new Sample(
                id,
                title,
                "In its full size as published, without data, to look at and to take parts from: %s.".formatted(paper),
                "",
                List.of(kind, "full size"));
    }

    /** The samples that are ready to train, in the order in which they are shown. */
    public static List<Sample> all() {
        return ALL;
    }

    /** Well-known networks in their full size, without data and without pictures. */
    public static List<Sample> fullSize() {
        return FULL_SIZE;
    }

    /** The sample of that id, of either kind, or nothing. */
    public static Optional<Sample> byId(String id) {
        return Stream.concat(ALL.stream(), FULL_SIZE.stream())
                .filter(sample -> sample.id().equals(id))
                .findFirst();
    }
}
