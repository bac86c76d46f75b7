import Audit
import Casebook

/// What reports for pipelines say beside the findings.
enum PipelineTexts {
  static let unread = Label(nb: "Kunne ikke leses", en: "Could not be read")
  static let input = Label(nb: "Alt som er nevnt, kunne leses", en: "All that is named was read")
  static let exception = Label(nb: "Satt til side av unntak", en: "Set aside by an exception")
  static let sources = Label(
    nb: "Mappen programmet ble kjørt i.", en: "The folder in which the program was run.")

  /// That an exception set a rule aside.
  static func setAside(_ exception: String, _ law: String) -> Label {
    Label(
      nb: "Regelen er satt til side av unntaket \(exception) (\(law)).",
      en: "The rule is set aside by the exception \(exception) (\(law)).")
  }

  /// What a run did, on one line.
  static func receipt(_ receipt: Receipt, _ context: RunContext, _ language: Language) -> String {
    let counts = [
      CountTexts.cases(receipt.cases), CountTexts.breaches(receipt.breach),
      CountTexts.practice(receipt.practice), CountTexts.advice(receipt.advice),
      CountTexts.undetermined(receipt.undetermined),
    ].map { $0[language] }
    let rejected =
      receipt.rejected > 0 ? ["\(receipt.rejected) " + unread[language].lowercased()] : []
    let day = LetterTexts.judged(asOf: language.day(context.asOf))[language]
    let rules = "\(LetterTexts.ruleSet[language].lowercased()) \(context.ruleSetVersion)"
    return (counts + rejected + [day, rules]).joined(separator: "; ")
  }
}
