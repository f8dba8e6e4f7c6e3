// swift-tools-version: 6.1
// The target graph: arrows point down, a stage never imports a stage, each outside package has one owner.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// `.ci/fuzz` asks for libFuzzer's counters and AddressSanitizer in what is fuzzed.
let isFuzzing = Context.environment["PANTAU_FUZZ"] != nil
let sanitizers = ["-sanitize=fuzzer,address"]
let fuzzed: [SwiftSetting] =
  isFuzzing ? [.define("FUZZING"), .unsafeFlags(sanitizers + ["-parse-as-library"])] : []

func module(_ name: String, _ dependencies: [Target.Dependency], plugins: [Target.PluginUsage] = []) -> Target
{
  .target(name: name, dependencies: dependencies, swiftSettings: settings + fuzzed, plugins: plugins)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies + ["PantauTestSupport"], swiftSettings: settings)
}

let package = Package(
  name: "pantau",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "pantau", targets: ["pantau"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
  ],
  targets: [
    // C libraries
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),

    // Nouns and text
    module("PantauRecords", []),
    module("PantauText", ["PantauRecords"]),
    module(
      "PantauRules", ["PantauText", "PantauRecords", .product(name: "Yams", package: "Yams")],
      plugins: ["EmbedRulesPlugin"]),
    module("PantauGazetteer", ["PantauText", "PantauRecords"]),

    // Stages
    module(
      "PantauFetch",
      [
        "PantauRecords", "CCurl", "CLibXML2", "CZlib", "CBrotli", "CZstd",
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    module("PantauClean", ["CLibXML2", "PantauRules", "PantauText", "PantauRecords"]),
    module("PantauExtract", ["PantauRules", "PantauGazetteer", "PantauText", "PantauRecords"]),
    module("PantauMerge", ["PantauGazetteer", "PantauText", "PantauRecords"]),

    // Around the line
    module("PantauStore", ["PantauRecords", .product(name: "GRDB", package: "GRDB.swift")]),
    module("PantauExport", ["PantauRecords"]),
    module("PantauEvaluation", ["PantauRecords"]),
    module(
      "PantauPipeline",
      [
        "PantauFetch", "PantauClean", "PantauExtract", "PantauMerge", "PantauStore", "PantauExport",
        "PantauRules", "PantauGazetteer", "PantauRecords",
      ]),
    module(
      "PantauCLI",
      [
        "PantauPipeline", "PantauFetch", "PantauStore", "PantauExport", "PantauEvaluation", "PantauRules",
        "PantauRecords",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),
    .executableTarget(name: "pantau", dependencies: ["PantauCLI"], swiftSettings: settings),
    .executableTarget(
      name: "pantau-benchmark",
      dependencies: [
        "CLibXML2", "PantauFetch", "PantauClean", "PantauExtract", "PantauGazetteer", "PantauPipeline",
        "PantauRules", "PantauStore", "PantauText", "PantauRecords",
      ],
      swiftSettings: settings),

    // .ci/fuzz builds it with libFuzzer; by itself it runs over files that fuzzing has found.
    .executableTarget(
      name: "pantau-fuzz", dependencies: ["PantauClean", "PantauFetch", "PantauRules", "PantauRecords"],
      swiftSettings: settings + fuzzed,
      linkerSettings: isFuzzing ? [.unsafeFlags(sanitizers + ["-use-ld=lld"])] : []),

    // Build: rules/ as Swift source, so that the program works from any folder
    .executableTarget(name: "EmbedRules", swiftSettings: settings),
    .plugin(
      name: "EmbedRulesPlugin", capability: .buildTool(), dependencies: ["EmbedRules"],
      path: "Sources/EmbedRulesPlugin"),

    // Tests
    .target(name: "PantauTestSupport", dependencies: ["PantauRecords"], swiftSettings: settings),
    tests("PantauRecordsTests", ["PantauRecords"]),
    tests("PantauTextTests", ["PantauText", "PantauRecords"]),
    tests(
      "PantauRulesTests",
      ["PantauRules", "PantauText", "PantauRecords", .product(name: "Yams", package: "Yams")]),
    tests("PantauGazetteerTests", ["PantauGazetteer", "PantauRules", "PantauText", "PantauRecords"]),
    tests("PantauFetchTests", ["PantauFetch", "PantauRecords"]),
    tests("PantauCleanTests", ["PantauClean", "PantauRules", "PantauRecords"]),
    tests(
      "PantauExtractTests",
      ["PantauExtract", "PantauEvaluation", "PantauGazetteer", "PantauRules", "PantauText", "PantauRecords"]),
    tests("PantauMergeTests", ["PantauMerge", "PantauGazetteer", "PantauRecords"]),
    tests("PantauStoreTests", ["PantauStore", "PantauRecords"]),
    tests("PantauExportTests", ["PantauExport", "PantauRecords"]),
    tests("PantauEvaluationTests", ["PantauEvaluation", "PantauRecords"]),
    tests(
      "PantauPipelineTests",
      [
        "PantauPipeline", "PantauFetch", "PantauClean", "PantauExtract", "PantauMerge", "PantauStore",
        "PantauEvaluation",
        "PantauRules", "PantauRecords",
      ]),
    tests("PantauCLITests", ["PantauCLI", "PantauPipeline", "PantauRecords", "pantau"]),
    tests("ConventionTests", ["PantauRules"]),
  ],
  swiftLanguageModes: [.v6]
)
