internal import ArgumentParser

/// Which programmes the commands that read statements follow.
struct ProgrammeOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "Follow this programme of rules/programmes; may be repeated (default: all but those marked 'follow: asked').",
      valueName: "programme"))
  var programme: [String] = []
}
