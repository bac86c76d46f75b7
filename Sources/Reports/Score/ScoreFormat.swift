public import Audit

/// The forms a scorecard can take.
public enum ScoreFormat: String, Sendable, CaseIterable {
  /// For people: what someone who vets an agency looks for first.
  case text
  /// For programs, and for putting scorecards together: `skikk-scorecard/1`.
  case json
  /// For spreadsheets: a line for each group and rule.
  case csv
}

/// What a scorecard is divided by.
public enum ScoreSlice: String, Sendable, CaseIterable {
  /// By agency.
  case agency
  /// By creditor.
  case creditor
  /// By the month in which a case was taken for collection.
  case month
}

extension ScoreFormat {
  /// A scorecard in this form.
  /// - Parameters:
  ///   - card: the scorecard.
  ///   - slice: what text and csv are divided by; json has everything.
  ///   - language: the language of the text.
  ///   - style: whether the text is coloured.
  ///   - detail: whether the text has every line, or the first of each list.
  /// - Returns: the whole report.
  public func report(
    of card: Scorecard, by slice: ScoreSlice, in language: Language, style: Style = .plain,
    detail: Detail = .normal
  ) -> String {
    switch self {
    case .text:
      ScoreText(card: card, slice: slice, language: language, detail: detail).text(style: style)
    case .json: ScorecardFormat.scorecard.write(card, language).text() + "\n"
    case .csv: ScoreTable(card: card, slice: slice).text
    }
  }
}

/// The score of one agency, creditor or month.
struct ScoreGroup {
  /// Its id, or the month; nil where the cases have none.
  let id: String?
  /// Its name, if it has one.
  let name: String?
  let score: Score

  /// What people call it.
  func title(_ slice: ScoreSlice, _ language: Language) -> String {
    name ?? id ?? ScoreTexts.nobody(slice)[language]
  }

  /// The groups of a slice, by id or month.
  static func all(of card: Scorecard, by slice: ScoreSlice) -> [ScoreGroup] {
    switch slice {
    case .agency: parties(card.agencies, card.agencyNames)
    case .creditor: parties(card.creditors, card.creditorNames)
    case .month:
      ScorecardFormat.MonthScore.all(card.months).map {
        ScoreGroup(id: $0.month?.description, name: nil, score: $0.score)
      }
    }
  }

  private static func parties(
    _ scores: [String?: Score], _ names: [String: String]
  ) -> [ScoreGroup] {
    ScorecardFormat.PartyScore.all(scores, names).map {
      ScoreGroup(id: $0.id, name: $0.name, score: $0.score)
    }
  }
}
