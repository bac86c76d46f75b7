import Audit
import Casebook
import Reports
import Rulebook

/// A word that completion offers, with what it means.
struct Candidate: Equatable {
  let word: String
  let meaning: String
}

/// What completion offers for a value, by the rules and the vocabulary built in.
struct Candidates {
  let program: Program
  let language: Language

  /// The words for a value; none where there is no list of them.
  func words(for values: ArgumentValues) -> [Candidate] {
    switch values {
    case .oneOf(let words): words.map { Candidate(word: $0, meaning: "") }
    case .reports(let forms):
      forms.flatMap { form in
        [form, form + "="].map { Candidate(word: $0, meaning: "") }
      }
    case .rules: rules + folders + verdicts
    case .topics: rules + program.choices.map { Candidate(word: $0.name, meaning: $0.because) }
    case .choices: program.choices.flatMap(readings)
    case .acts: program.acts.map { Candidate(word: $0 + "=", meaning: "") }
    case .eventTypes: eventTypes
    case .charges: charges
    case .nouns: nouns.map { Candidate(word: $0, meaning: "") }
    case .file, .folder, .cases, .day, .count, .text: []
    }
  }

  private var rules: [Candidate] {
    var seen: Set<String> = []
    return program.rules.filter { seen.insert($0.id).inserted }
      .map { Candidate(word: $0.id, meaning: $0.law.citation) }
      .sorted { $0.word < $1.word }
  }

  private var folders: [Candidate] {
    let meaning = Label(nb: "reglene i en mappe", en: "the rules of a folder")[language]
    return Set(program.rules.map(\.folder)).sorted()
      .map { Candidate(word: $0, meaning: meaning) }
  }

  private var verdicts: [Candidate] {
    let rules = Label(nb: "reglene med dette utfallet", en: "the rules of this verdict")[language]
    let open = Label(nb: "det som står åpent", en: "what stays open")[language]
    return RuleFilter.verdicts.map { Candidate(word: $0, meaning: rules) }
      + [Candidate(word: RuleFilter.open, meaning: open)]
  }

  /// Every reading of a choice; of one that takes numbers, also the beginning of it.
  private func readings(_ choice: Choice) -> [Candidate] {
    let numbers = choice.numberUnit == nil ? [] : [""]
    return (choice.readings + ["open"] + numbers)
      .map { Candidate(word: "\(choice.name)=\($0)", meaning: choice.because) }
  }

  private var eventTypes: [Candidate] {
    Vocabulary.standard.kinds.compactMap { kind in
      guard case .event = kind.role else { return nil }
      return Candidate(word: kind.name, meaning: kind.label[language])
    }
  }

  private var charges: [Candidate] {
    let list = Vocabulary.standard.choiceLists.first { $0.name == "charge-kind" }
    return (list?.values ?? []).map { Candidate(word: $0 + "=", meaning: "") }
  }

  private var nouns: [String] {
    let vocabulary = Vocabulary.standard
    return vocabulary.kinds.map(\.name) + vocabulary.choiceLists.map(\.name)
  }
}
