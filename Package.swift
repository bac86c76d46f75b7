// swift-tools-version: 6.2
import PackageDescription

/// Every target is held to the same rules: Swift 6, strict memory safety, no warnings.
let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  // A program that runs for milliseconds spends a tenth of them where the names of types are read
  // and their conformances looked for; with the first flag it calls what makes the type. Overlapping
  // accesses are looked for by the compiler, and while tests run.
  .unsafeFlags(
    [
      "-Xfrontend", "-disable-concrete-type-metadata-mangled-name-accessors",
      "-enforce-exclusivity=unchecked",
    ],
    .when(configuration: .release)),
]

let package = Package(
  name: "skikk",
  products: [
    .library(
      name: "Skikk",
      targets: ["Values", "Casebook", "Rulebook", "EmbeddedRules", "Audit", "Reports"]),
    .executable(name: "skikk", targets: ["skikk"]),
  ],
  targets: [
    // The rooms, from the bottom up. Each imports only rooms above it in this list.
    .target(name: "Values", swiftSettings: settings),
    .target(name: "Files", swiftSettings: settings),
    .target(name: "Casebook", dependencies: ["Values"], swiftSettings: settings),
    .target(
      name: "Rulebook", dependencies: ["Values", "Casebook"],
      // The reader of an image holds a span of it; before Swift has settled how that is written.
      swiftSettings: settings + [.enableExperimentalFeature("Lifetimes")]),
    .target(
      name: "EmbeddedRules", dependencies: ["Rulebook"], swiftSettings: settings,
      plugins: ["EmbedRules"]),
    .target(
      name: "Sample", dependencies: ["Values", "Rulebook"], swiftSettings: settings),
    .target(
      name: "Audit", dependencies: ["Values", "Casebook", "Rulebook"], swiftSettings: settings),
    .target(
      name: "Reports", dependencies: ["Values", "Casebook", "Rulebook", "Audit"],
      swiftSettings: settings),
    .executableTarget(
      name: "skikk",
      dependencies: [
        "Values", "Files", "Casebook", "Rulebook", "EmbeddedRules", "Sample", "Audit", "Reports",
      ],
      swiftSettings: settings),

    // How fast it is: `swift run -c release skikk-bench`.
    .executableTarget(
      name: "skikk-bench",
      dependencies: [
        "Values", "Casebook", "Rulebook", "EmbeddedRules", "Sample", "Audit", "Reports", "skikk",
        "skikk-bench-empty",
      ], path: "Sources/Bench", exclude: ["compare"], swiftSettings: settings),
    .executableTarget(
      name: "skikk-bench-empty", path: "Sources/BenchEmpty", swiftSettings: settings),

    // Build time: `rules/` becomes string literals in EmbeddedRules, as text and compiled.
    .executableTarget(
      name: "embed-rules", dependencies: ["Casebook", "Rulebook"], path: "Sources/EmbedRulesTool",
      swiftSettings: settings),
    .plugin(
      name: "EmbedRules", capability: .buildTool(), dependencies: ["embed-rules"],
      path: "Sources/EmbedRulesPlugin"),

    .testTarget(name: "ValuesTests", dependencies: ["Values"], swiftSettings: settings),
    .testTarget(name: "FilesTests", dependencies: ["Files"], swiftSettings: settings),
    .testTarget(
      name: "CasebookTests", dependencies: ["Values", "Casebook"], swiftSettings: settings),
    .testTarget(
      name: "RulebookTests",
      dependencies: ["Values", "Casebook", "Rulebook", "EmbeddedRules", "Audit"],
      exclude: ["Broken"], swiftSettings: settings),
    .testTarget(
      name: "SampleTests",
      dependencies: ["Values", "Casebook", "Rulebook", "EmbeddedRules", "Sample", "Audit"],
      swiftSettings: settings),
    .testTarget(
      name: "AuditTests",
      dependencies: ["Values", "Casebook", "Rulebook", "EmbeddedRules", "Audit"],
      swiftSettings: settings),
    .testTarget(
      name: "ReportsTests",
      dependencies: ["Values", "Casebook", "Rulebook", "Sample", "Audit", "Reports"],
      exclude: ["Snapshots"], swiftSettings: settings),
    .testTarget(
      name: "ProgramTests",
      dependencies: [
        "skikk", "skikk-bench", "Values", "Casebook", "Rulebook", "EmbeddedRules", "Audit",
        "Reports",
      ],
      exclude: ["Snapshots"], swiftSettings: settings),
  ]
)
