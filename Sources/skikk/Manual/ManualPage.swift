import Casebook
import Reports

/// The manual page skikk(1), made from the declarations that help is made from.
struct ManualPage {
  let commands: [Command]
  let language: Language

  /// The whole page.
  var text: String {
    var page = Mdoc()
    head(on: &page)
    page.macro("Sh", "DESCRIPTION")
    page.prose(HelpText.about[language])
    for command in commands { write(command, on: &page) }
    environment(on: &page)
    settings(on: &page)
    exits(on: &page)
    examples(on: &page)
    return page.text
  }

  private func head(on page: inout Mdoc) {
    page.raw(".Dd \(ManualTexts.day)")
    page.raw(".Dt SKIKK 1")
    page.raw(".Os")
    page.macro("Sh", "NAME")
    page.raw(".Nm skikk")
    page.macro("Nd", ManualTexts.name[language])
    page.macro("Sh", "SYNOPSIS")
    for command in commands {
      page.raw(".Nm")
      page.macro("Cm", command.name)
      if !command.options.isEmpty { page.raw(".Op Ar option ...") }
      if !command.operands.isEmpty { page.macro("Ar", command.operands) }
    }
  }

  private func write(_ command: Command, on page: inout Mdoc) {
    page.macro("Ss", "skikk \(command.name)")
    page.prose(command.summary[language])
    page.prose(command.about[language])
    if !command.options.isEmpty {
      page.raw(".Bl -tag -width Ds")
      for option in command.allOptions { item(option, on: &page) }
      page.raw(".El")
    }
    for example in command.examples {
      page.raw(".Pp")
      page.prose(example.meaning[language] + ":")
      page.literal(example.line)
    }
  }

  private func item(_ option: Option, on page: inout Mdoc) {
    let letter = option.letter.map { "Fl \($0) , " } ?? ""
    let value = option.value.map { " Ar \(Mdoc.escaped($0))" } ?? ""
    page.raw(".It \(letter)Fl \(Mdoc.escaped("-" + option.name))\(value)")
    page.prose(option.help[language])
  }

  private func settings(on page: inout Mdoc) {
    page.macro("Sh", "FILES")
    page.raw(".Bl -tag -width Ds")
    page.macro("It", "Pa", SettingsFile.name)
    page.prose(ManualTexts.settings[language])
    page.prose(Commands.settingOptions.map(\.name).joined(separator: ", ") + ".")
    page.raw(".El")
  }

  private func environment(on page: inout Mdoc) {
    page.macro("Sh", "ENVIRONMENT")
    page.raw(".Bl -tag -width Ds")
    page.raw(".It Ev LC_ALL , LC_MESSAGES , LANG")
    page.prose(ManualTexts.locale[language])
    page.raw(".It Ev NO_COLOR , TERM")
    page.prose(ManualTexts.colour[language])
    page.raw(".El")
  }

  private func exits(on page: inout Mdoc) {
    page.raw(".Sh EXIT STATUS")
    page.raw(".Bl -tag -width Ds")
    for line in HelpText.exits[language].split(separator: "\n") {
      let words = line.split(separator: " ", maxSplits: 1)
      page.macro("It", "Li", String(words[0]))
      page.prose(String(words[1]))
    }
    page.raw(".El")
  }

  private func examples(on page: inout Mdoc) {
    page.macro("Sh", "EXAMPLES")
    for example in Commands.groups.first(where: \.path.isEmpty)?.examples ?? [] {
      page.prose(example.meaning[language] + ":")
      page.literal(example.line)
    }
  }
}

/// What the manual says beyond help.
enum ManualTexts {
  /// The day on which the page was last gone through.
  static let day = "November 23, 2026"

  static let name = Label(
    nb: "prøver inkassosaker mot god inkassoskikk",
    en: "check collection cases against good debt collection practice in Norway")

  static let settings = Label(
    nb: """
      Innstillinger: et JSON-objekt med valgenes navn som nøkler. Filen søkes i mappen til den \
      første saken og i mappene over, ellers i arbeidsmappen og mappene over. Lister skrives som \
      lister, brytere som true eller false, navn og verdier (choose, assume) som objekter. Stier \
      går ut fra mappen til filen. Kommandolinjen vinner. Nøklene er
      """,
    en: """
      Settings: a JSON object whose keys are the names of options. The file is looked for in the \
      folder of the first case and those above it, else in the working folder and those above it. \
      Lists are written as lists, switches as true or false, names and values (choose, assume) as \
      objects. Paths lead from the folder of the file. The command line wins. The keys are
      """)

  static let locale = Label(
    nb: "Språket, når --lang ikke er gitt: den første som er satt avgjør.",
    en: "The language, where --lang is not given: the first that is set decides.")

  static let colour = Label(
    nb: "Ingen farger når NO_COLOR er satt, eller TERM er dumb.",
    en: "No colours where NO_COLOR is set, or TERM is dumb.")
}
