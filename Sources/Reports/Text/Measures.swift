import Audit
import Casebook
import Values

/// One line of what was measured: a measure for one party, in one quarter or in all of them.
struct MeasureLine {
  let info: MeasureInfo
  let party: String?
  let quarter: Measured.Quarter?
  let count: Measured

  /// The share, where enough was counted.
  var share: Ratio? { count.share(needs: info.needs) }

  /// A line for each measure, party and quarter, in the order of the rules.
  static func byQuarter(_ receipt: Receipt, _ context: RunContext) -> [MeasureLine] {
    context.measures.flatMap { info in
      receipt.measured.filter { $0.key.rule == info.rule && $0.key.part == info.part }
        .sorted { $0.key < $1.key }.map { key, count in
          MeasureLine(info: info, party: key.party, quarter: key.quarter, count: count)
        }
    }
  }

  /// A line for each measure and party.
  static func inAll(_ receipt: Receipt, _ context: RunContext) -> [MeasureLine] {
    var lines: [MeasureLine] = []
    for line in byQuarter(receipt, context) {
      let isNext =
        lines.last.map { $0.party == line.party && $0.info.isSame(as: line.info) } ?? false
      let before = isNext ? lines.removeLast().count : Measured()
      lines.append(
        MeasureLine(
          info: line.info, party: line.party, quarter: nil, count: before + line.count))
    }
    return lines
  }

  /// A table of the lines.
  static func table(_ lines: [MeasureLine], language: Language, on page: inout Page) {
    guard !lines.isEmpty else { return }
    page.blank()
    page.paragraph(MeasureTexts.title[language], .heading)
    let header = [
      MeasureTexts.measure, MeasureTexts.party, MeasureTexts.quarter, MeasureTexts.share,
      MeasureTexts.reached, MeasureTexts.reference, MeasureTexts.unknown,
    ].map { $0[language] }
    let rows = lines.map { line in
      [
        line.info.label[language].trimmingSuffix("."), line.party ?? "",
        line.quarter?.description ?? "", line.share.map(language.percent) ?? "",
        MeasureTexts.count(line.count.reached, of: line.count.counted)[language],
        line.info.reference.map(language.percent) ?? "",
        line.count.unknown > 0 ? "\(line.count.unknown)" : "",
      ]
    }
    Table(header: header, rows: rows, numeric: [3, 4, 5, 6]).write(on: &page, indent: 2)
  }
}

extension MeasureInfo {
  fileprivate func isSame(as other: MeasureInfo) -> Bool {
    rule == other.rule && part == other.part
  }
}

extension Language {
  /// A share to the nearest tenth of a per cent: `93.0 per cent`.
  fileprivate func percent(_ share: Ratio) -> String {
    self.share((try? Ratio(1, 1000)).flatMap { try? share.rounded(.halfUp, to: $0) } ?? share)
  }
}

extension String {
  fileprivate func trimmingSuffix(_ end: Character) -> String {
    last == end ? String(dropLast()) : self
  }
}
