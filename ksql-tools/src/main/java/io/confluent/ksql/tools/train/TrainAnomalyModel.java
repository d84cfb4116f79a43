package io.confluent.ksql.tools.train;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Command line: trains the autoencoder behind ANOMALY on simulated heartbeats. */
@Command(
    name = "train-anomaly-model",
    mixinStandardHelpOptions = true,
    showDefaultValues = true,
    description = "Trains an autoencoder on simulated heartbeats and writes it as an H2O MOJO.")
public final class TrainAnomalyModel implements Callable<Integer> {
  @Option(
      names = "--shape",
      paramLabel = "LAYERS@EPOCHS",
      defaultValue = "50-5-50@60",
      description = "Hidden layers and epochs, like 50-20-50@100; several with --search.")
  private List<String> shapes = new ArrayList<>();

  @Option(names = "--l1", defaultValue = "1e-5", description = "Weight of the L1 penalty.")
  private double l1;

  @Option(names = "--rows", defaultValue = "500", description = "Beats to train on.")
  private int rows;

  @Option(names = "--beat-seed", defaultValue = "26", description = "Seed of the beats.")
  private long beatSeed;

  @Option(names = "--training-seed", defaultValue = "1026", description = "Seed of the training.")
  private long trainingSeed;

  @Option(
      names = "--search",
      paramLabel = "N",
      defaultValue = "0",
      description = "Try up to N pairs of seeds for each shape, from the given seeds on.")
  private int search;

  @Option(names = "--out", paramLabel = "FILE", required = true, description = "The MOJO, a zip.")
  private Path out;

  @Option(names = "--page", paramLabel = "FILE", description = "A page about the model.")
  private Path page;

  @Option(names = "--pojo", paramLabel = "FILE", description = "The model as source of Java.")
  private Path pojo;

  @Override
  public Integer call() throws IOException {
    List<Recipe> recipes = new ArrayList<>();
    for (String shape : shapes) {
      recipes.add(new Recipe(List.of(1), 1, l1, rows, beatSeed, trainingSeed).withShape(shape));
    }
    AutoencoderTrainer trainer = new AutoencoderTrainer();
    SeedSearch seeds = new SeedSearch(trainer);
    Optional<TrainedModel> found =
        search > 0 ? seeds.run(recipes, search) : Optional.of(trainer.train(recipes.get(0)));
    if (found.isEmpty()) {
      System.err.println("No model of " + seeds.attempts().size() + " meets the thresholds.");
      return 1;
    }
    TrainedModel model = found.get();
    Files.write(out, model.mojo());
    if (pojo != null) {
      Files.writeString(pojo, model.javaSource());
    }
    if (page != null) {
      Files.writeString(page, new ModelPage(model, seeds.attempts()).markdown());
    }
    System.out.println(model.recipe());
    System.out.println(DocumentScores.of(model.scorer()));
    System.out.println("SHA-256 of the weights: " + model.weightsHash());
    return 0;
  }

  /** Starts the command. */
  public static void main(String[] arguments) {
    System.exit(new CommandLine(new TrainAnomalyModel()).execute(arguments));
  }
}
