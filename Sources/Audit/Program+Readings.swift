import Casebook
import Rulebook

extension Program {
  /// The default reading of every choice.
  var standardReadings: [ChoiceReading] {
    choices.map { $0.standard.map { .reading($0) } ?? .open }
  }

  /// Readings by name, over others.
  func readings(
    of named: [String: String], over base: [ChoiceReading]
  ) throws(UnknownChoice) -> [ChoiceReading] {
    var result = base
    for (name, reading) in named.sorted(by: { $0.key < $1.key }) {
      guard let index = choices.firstIndex(where: { $0.name == name }) else {
        throw UnknownChoice(name: name, known: choices.map(\.name))
      }
      if reading == "open" {
        result[index] = .open
      } else if let number = choices[index].readings.firstIndex(of: reading) {
        result[index] = .reading(number)
      } else if choices[index].numberUnit != nil, let number = Int(reading), number >= 0 {
        result[index] = .number(number)
      } else {
        throw UnknownChoice(name: reading, known: choices[index].readings + ["open"])
      }
    }
    return result
  }

  /// Readings as reports print them.
  func shown(_ readings: [ChoiceReading]) -> [ChoiceUsed] {
    zip(choices, readings).map { ChoiceUsed(name: $0.name, reading: $0.shown($1)) }.sorted()
  }

  /// The readings that a case file makes for itself.
  func choices(of root: Thing, in file: CaseFile, words: KnownWords) -> [String: String] {
    let slot = file[root, words.choices]
    guard slot.state == .list else { return [:] }
    var result: [String: String] = [:]
    let start = Int(slot.first)
    for name in stride(from: start, to: start + Int(slot.count), by: 2) {
      result[file.text(file.elements[name])] = file.text(file.elements[name + 1])
    }
    return result
  }
}

extension Choice {
  func shown(_ reading: ChoiceReading) -> String {
    switch reading {
    case .reading(let index): readings[index]
    case .number(let number): String(number)
    case .open: "open"
    }
  }
}
